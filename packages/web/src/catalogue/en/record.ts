/** Words of the record of an object. */
export default {
  id: 'Identifier',
  description: 'Description',
  names: 'Names',
};
