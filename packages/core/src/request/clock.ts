const day = 86_400 * 1_000_000;

/**
 * When whoever has not answered is reminded: a day before the date, or half-way where less than two days are given.
 * All in microseconds since 1970.
 */
export const reminderOf = (asked: number, due: number): number =>
  due - asked < 2 * day ? asked + Math.floor((due - asked) / 2) : due - day;
