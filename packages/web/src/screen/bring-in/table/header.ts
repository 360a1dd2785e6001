/** Which field a column is for, by its header, in English and French. */
import { fieldsOf, type Field, type Subject } from './field.ts';

/** Headers without accents, in small letters, one space between words. The first field that fits is taken. */
const patterns: readonly (readonly [Field, RegExp])[] = [
  [
    'original-name',
    /(?:original|native|local) (?:script|name)|(?:ecriture|graphie|langue) d ?origine|arab|cyrill|hebr|chinese|chinois|russe|persan/,
  ],
  [
    'former-name',
    /^(?:former|previous) name|fka|maiden|jeune fille|(?:ancien|precedent).* nom|nom de naissance/,
  ],
  ['alias', /alias|a ?k ?a|also known|other names?|pseudo|surnom|autres? noms?|dit$/],
  ['given-name', /^(?:given|first|fore) ?names?$|^firstname$|^prenoms?$/],
  ['family-name', /^(?:family|last) ?names?$|^surname$|^nom (?:de famille|patronymique)$/],
  ['acronym', /^(?:acronym|short name|sigle|acronyme)$/],
  [
    'birth-place',
    /(?:place|city|town) of birth|birth ?place|^pob$|(?:lieu|ville|commune) de naissance|^nee? a$/,
  ],
  ['birth-country', /country of birth|birth country|pays de naissance/],
  ['birth-date', /birth|^dob$|^born|naissance|^nee?(?: le)?$|^ddn$/],
  ['nationality', /nationalit|citizenship|citoyennete/],
  ['sex', /^(?:sex|gender|sexe|genre)$/],
  ['passport', /passe?port/],
  [
    'national-id',
    /national (?:id|number|identi)|id card|identity card|^cni$|carte d ?identite|registre national|num.* national/,
  ],
  ['document', /document|piece d ?identite|^id (?:no|number)$/],
  ['title', /^(?:title|titre|civilite|grade|rank)$/],
  ['function', /function|position|occupation|designation|role|fonction|profession|metier|poste/],
  ['e-mail', /e ?mail|courriel|adresse electronique|^mel$/],
  ['registration', /registration|register|registre|siren|siret|vat|tva|immatriculation/],
  ['founded', /founded|established|fondee?|creation|creee?/],
  ['first-seen', /first ?seen|premiere? (?:vue|observation|apparition)/],
  ['last-seen', /last ?seen|derniere? (?:vue|observation|apparition)/],
  ['end-date', /^(?:end|to|until)(?: date)?$|end date|date de fin|^(?:fin|jusqu.*)$/],
  [
    'value',
    /^(?:value|indicator|observable|ioc|ip|ip address|domain|url|hash|valeur|indicateur|adresse ip|domaine|empreinte)$|md5|sha ?1|sha ?256/,
  ],
  [
    'date',
    /^(?:date|day|jour|when|quand|start|debut)$|(?:date|day) of (?:the )?(?:incident|event|attack)|date (?:de l |du )|event date|start date|date de debut/,
  ],
  ['latitude', /^lat(?:itude)?$/],
  ['longitude', /^(?:lon|lng|long|longitude)$/],
  ['postal-code', /postal|post ?code|^zip/],
  ['country', /^(?:country|pays|state|etat)\b|country$|^pays/],
  ['region', /^(?:region|province|governorate|gouvernorat|departement|wilaya|county)/],
  ['city', /^(?:city|town|municipality|ville|commune|localite)/],
  ['address', /address|adresse|street|^rue$|residence|domicile/],
  [
    'group',
    /^(?:group|organi[sz]ation|member of|affiliation|network|employer|groupe|organisme|appartenance|reseau|employeur)/,
  ],
  ['place-name', /^(?:place|location|site|lieu|endroit|where|ou)\b/],
  [
    'reference',
    /^(?:id|ref|reference|number|no|n|num|numero|code|key|cle|identifiant|identifier|uid|dossier|case|file)\b/,
  ],
  [
    'description',
    /description|comment|remark|note|summary|detail|observation|remarque|resume|precision|narrative|info/,
  ],
  [
    'name',
    /\bname\b|\bnom\b|^noms?\b|intitule|title|titre|denomination|raison sociale|libelle|incident|event|evenement/,
  ],
];

/** Of a place, its name stands in the column that is called so. */
const renamed: Partial<Record<Subject, Partial<Record<Field, Field>>>> = {
  place: { name: 'place-name' },
};

/** The field of each column, where its header tells it; no field that holds one value is taken twice. */
export function fieldsFor(headers: readonly string[], subject: Subject): Record<string, Field> {
  const offered: ReadonlySet<string> = new Set(fieldsOf[subject]);
  const found: Record<string, Field> = {};
  const taken = new Set<Field>();
  for (const header of headers) {
    const plain = foldedHeader(header);
    const field = patterns
      .filter(([, pattern]) => pattern.test(plain))
      .map(([name]) => renamed[subject]?.[name] ?? name)
      .find((name) => offered.has(name) && !taken.has(name));
    if (field === undefined) continue;
    found[header] = field;
    if (!repeatable.has(field)) taken.add(field);
  }
  return besideGivenNames(found, offered);
}

/** Beside a column of given names, “Name” or « Nom » is the family name. */
function besideGivenNames(found: Record<string, Field>, offered: ReadonlySet<string>): Record<string, Field> {
  const fields = new Set(Object.values(found));
  if (!fields.has('given-name') || fields.has('family-name') || !offered.has('family-name')) return found;
  return Object.fromEntries(
    Object.entries(found).map(([header, field]) => [header, field === 'name' ? 'family-name' : field]),
  );
}

const repeatable: ReadonlySet<Field> = new Set([
  'alias',
  'original-name',
  'former-name',
  'passport',
  'document',
  'description',
  'nationality',
  'address',
]);

const foldedHeader = (header: string): string =>
  header
    .replaceAll(/\((?:e|s|es)\)/g, '')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const telling: Readonly<Record<Subject, readonly Field[]>> = {
  observable: ['value'],
  person: ['birth-date', 'birth-place', 'nationality', 'sex', 'passport', 'given-name', 'family-name'],
  incident: ['date', 'end-date'],
  place: ['latitude', 'longitude', 'postal-code'],
  group: ['acronym', 'registration', 'founded'],
};

/** What the rows of a table are, by its headers; persons where nothing tells. */
export function subjectFor(headers: readonly string[]): Subject {
  const scores = (['person', 'observable', 'group', 'incident', 'place'] as const).map((subject) => {
    const fields = new Set(Object.values(fieldsFor(headers, subject)));
    return { subject, score: telling[subject].filter((field) => fields.has(field)).length };
  });
  return scores.reduce((one, other) => (other.score > one.score ? other : one)).subject;
}
