/** Screening: which persons of the caller's view a list of names may be. */
import { z } from 'zod';
import { birthMeetings, isBirth, type BirthMeeting } from '@entente/core/names/birth';
import { objectEntry } from './object.ts';
import { operation } from './operation.ts';

/** Persons that are asked for at once, at most, and candidates for each. */
export const mostPersons = 1000;
export const mostCandidates = 20;

export const askedPerson = z
  .strictObject({
    name: z.string('a name is wanted').max(500),
    born: z
      .string()
      .refine(isBirth, 'must be a date, as YYYY, YYYY-MM or YYYY-MM-DD')
      .optional()
      .describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
    nationality: z
      .string()
      .max(200)
      .optional()
      .describe('ISO 3166-1 alpha-2 code, or the name of the country.'),
    document: z.string().max(200).optional().describe('Number of a passport or another document.'),
  })
  .meta({ title: 'AskedPerson' });

const part = z.object({
  left: z.string().describe('As it was asked for.'),
  right: z.string().describe('As your view has it.'),
  how: z
    .enum(['same', 'sound', 'form', 'initial', 'translation', 'legal-form', 'acronym'])
    .describe(
      '`sound`: written here so and there so; `form`: called for short, as Dick is Richard. Of organisations: ' +
        '`translation`, another word that means the same; `legal-form`, as LLC is ООО; `acronym`, by first letters.',
    ),
  likeness: z.number(),
  bits: z.number(),
});

const meetings = Object.keys(birthMeetings) as [BirthMeeting, ...BirthMeeting[]];

export const candidate = z
  .object({
    entry: objectEntry,
    name: z.string().describe('That of its names which is likest.'),
    probability: z
      .number()
      .describe('How many of a hundred such pairs are one person; below 1, as no name is proof.'),
    parts: z.array(part).describe('Which part of the one name stands for which of the other.'),
    leftAlone: z.array(z.string()).describe('Parts that were asked for and that the name lacks.'),
    rightAlone: z.array(z.string()).describe('Parts that only the name of your view has.'),
    particles: z
      .array(z.string())
      .describe('Those of all these parts that contradict nothing: al, bin, de, Ltd.'),
    evidence: z
      .record(z.string(), z.number())
      .describe(
        'What each piece of evidence adds to the odds, in bits; what is missing is not there. `doubt` is what a name ' +
          'that speaks against takes from what else agrees.',
      ),
    birth: z.enum(meetings).optional().describe('How the birth dates stand to each other.'),
  })
  .meta({ title: 'Candidate' });

export const screened = z
  .object({ asked: askedPerson, candidates: z.array(candidate).describe('The likeliest first.') })
  .meta({ title: 'Screened' });

export type AskedPerson = z.output<typeof askedPerson>;
export type Candidate = z.output<typeof candidate>;
export type Screened = z.output<typeof screened>;

export const screeningOperations = {
  screen: operation({
    method: 'POST',
    path: '/screenings',
    tag: 'search',
    summary: 'Which persons and groups of your view may be called so, in any script',
    description:
      'Names and aliases of identities and threat actors, as each member’s latest version in your view has them. What ' +
      'is known besides the name makes it likelier or less likely; what is missing does neither. Nothing acts on the ' +
      'answer, and nothing of it is kept but the record of what you were given.',
    kind: 'member-data',
    scope: 'read',
    body: z.strictObject({
      persons: z.array(askedPerson).min(1).max(mostPersons),
      limit: z.number().int().min(1).max(mostCandidates).default(5).describe('Candidates for each.'),
    }),
    answer: z.object({ items: z.array(screened) }),
  }),
};
