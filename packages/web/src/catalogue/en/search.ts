/** Words of search. */
export default {
  title: 'Search',
  box: 'Names, places, values, words in any script',
  'box.hint': 'All words must be found; the last may be a beginning.',
  none: 'Nothing in your view has all of these words',
  'none.next': 'Try fewer words or another spelling. What is not for you is not counted here.',
  'anywhere.all': 'All results',
  more: 'More results',
  'filter.type': 'Kinds',
};
