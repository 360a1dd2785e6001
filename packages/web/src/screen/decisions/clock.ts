/** The clock of a silence: what is left of it, in parts that words are made from. */
import { useEffect, useState } from 'react';

/** The time by this device, anew each second while something runs. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}

export interface Left {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Of the whole period, 0 to 1. */
  passed: number;
  isOver: boolean;
}

/** @param now milliseconds since 1970 */
export function leftOf(period: { tabled: string; expiry: string }, now: number): Left {
  const [from, end] = [Date.parse(period.tabled), Date.parse(period.expiry)];
  const left = Math.max(0, Math.ceil((end - now) / 1000));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
    passed: Math.min(1, Math.max(0, (now - from) / Math.max(1, end - from))),
    isOver: now >= end,
  };
}
