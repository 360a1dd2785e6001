import { country, document, listing, nameFields, partialDate, place, propertyExtension } from './details.ts';
import { list, record, text, type ContentOf } from './shape.ts';

const organisationName = record(
  'A name of the group or organisation',
  { full: text('The whole name') },
  { acronym: text('Its short form'), ...nameFields },
);

/** Content of the organisation extension. */
export const organisationShape = record(
  'Details of a group or organisation, beside the STIX properties of the object',
  { extension_type: propertyExtension },
  {
    names: list(organisationName),
    founded: partialDate,
    dissolved: partialDate,
    legal_form: text('Legal form as the source writes it'),
    countries: list(country),
    addresses: list(place),
    documents: list(document),
    activities: list(text('What it does')),
    listings: list(listing),
  },
);

export type OrganisationContent = ContentOf<typeof organisationShape>;
export type OrganisationName = ContentOf<typeof organisationName>;
