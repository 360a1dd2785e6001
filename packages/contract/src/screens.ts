/** The first word of the address of each screen of the web interface; what follows is the screen's own. */
export const screens = [
  'sign-in',
  'welcome',
  'search',
  'record',
  'graph',
  'places',
  'reports',
  'requests',
  'bring-in',
  'consent',
  'decisions',
  'coalition',
  'protection',
  'ledger',
  'settings',
  'inbox',
] as const;
