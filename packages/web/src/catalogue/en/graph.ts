/** Words of this screen. */
export default {};
