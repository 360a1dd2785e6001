/** Words of the home screen. */
export default {
  title: 'Situation',
  recent: 'What came into your view last',
  'recent.none': 'Nothing has come into your view yet',
  'recent.none.next': 'Bring in a file, or wait until another member releases something to you.',
  'recent.all': 'All of it',
};
