/** The board of decisions is read in its order, a page at a time, however many texts there were. */
export const decisionOrder = 'create index decision_put_at on decision (put_at desc, id desc)';
