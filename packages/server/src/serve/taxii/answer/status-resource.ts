/**
 * The status resource (TAXII 2.1 §4.3.1). A signed receipt has its place in it as the custom property
 * `x_entente_receipt`, which is left out until the ledger signs.
 */
import { formatTimestamp, parseTimestamp } from '@entente/core/stix/timestamp';
import { timestamp } from './envelope.ts';
import { isTimed, type Submitted } from './kept-versions.ts';

interface StatusDetails {
  id: string;
  /** Absent where it is a date in a feed that is behind. */
  version?: string;
  message?: string;
}

/** Counts are always whole; at most so many objects are named one by one, failures first of all. */
const mostDetails = 10_000;
const mostFindings = 5;
const longestMessage = 500;

/** What went in under the ceiling of its member. */
const waits =
  'Its label is wider than one person of your member may give: until a second one agrees, it is narrower.';

/**
 * @param at time of the act, microseconds
 * @param versions as `keptVersions` gives them
 */
export function statusResource(
  id: string,
  at: number,
  submitted: readonly Submitted[],
  versions: ReadonlyMap<string, number>,
): object {
  const failed = submitted.filter(({ answer }) => answer === undefined || answer.outcome === 'rejected');
  const done = submitted.filter(({ answer }) => answer !== undefined && answer.outcome !== 'rejected');
  const details = (one: Submitted): StatusDetails => detailsOf(one, at, versions);
  return {
    id,
    status: 'complete',
    request_timestamp: timestamp(at),
    total_count: submitted.length,
    success_count: done.length,
    ...(done.length > 0 && { successes: done.slice(0, mostDetails).map(details) }),
    failure_count: failed.length,
    ...(failed.length > 0 && { failures: failed.slice(0, mostDetails).map(details) }),
    pending_count: 0,
  };
}

function detailsOf(
  { value, answer }: Submitted,
  at: number,
  versions: ReadonlyMap<string, number>,
): StatusDetails {
  const version = versionOf({ value, answer }, at, versions);
  const details = { id: value.id, ...(version !== undefined && { version }) };
  if (answer?.waits === true) return { ...details, message: waits };
  if (answer === undefined || answer.findings.length === 0) return details;
  const findings = answer.findings
    .slice(0, mostFindings)
    .map(({ path, message }) => `${path} ${message}`.trim());
  return { ...details, message: findings.join('; ').slice(0, longestMessage) };
}

/**
 * The version stated. What states none has the date in the feed as its version, and where it did not go in, the time of
 * the act, as nobody will find it under another.
 */
function versionOf(
  { value, answer }: Submitted,
  at: number,
  versions: ReadonlyMap<string, number>,
): string | undefined {
  const stated = value['modified'] ?? value['created'];
  const parsed = typeof stated === 'string' ? parseTimestamp(stated) : undefined;
  if (parsed !== undefined) return formatTimestamp(parsed);
  if (answer === undefined || answer.outcome === 'rejected') return timestamp(at);
  if (isTimed(value)) return timestamp(answer.version ?? at);
  const kept = versions.get(`${value.id}@${answer.version ?? ''}`);
  return kept === undefined ? undefined : timestamp(kept);
}
