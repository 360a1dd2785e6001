/** By which way records were given, as access records name it. */
const ways = {
  search: 'search',
  known: 'search',
  object: 'record',
  objectVersions: 'record',
  objectClaims: 'record',
  screen: 'screening',
  mentions: 'mentions',
  objectReferences: 'links',
  objectNeighbours: 'links',
  arrivedObjects: 'situation',
  request: 'requests',
  requests: 'requests',
  viewAs: 'view-as',
  subjectFile: 'subject-file',
  exportView: 'export',
  events: 'events',
  objects: 'taxii',
  manifest: 'taxii',
  versions: 'taxii',
} as const;
type Way = (typeof ways)[keyof typeof ways];

/** By which way it was given, in words; unknown of what came later than these words. */
export const wayOf = (route: string): Way | undefined => (ways as Record<string, Way>)[route];
