import { typeOfId } from '../identifier.ts';
import { observableTypes } from '../specification/domain.ts';
import { quoted, type Report } from './report.ts';
import { textOf } from './value.ts';

/** Relationships between all types (§3.7). */
const common = new Set(['derived-from', 'duplicate-of', 'related-to']);

/** The relationships that the specification suggests (§4, §6), as `source type: relationship → target types`. */
const suggested = new Set(
  `attack-pattern delivers malware
  attack-pattern targets identity location vulnerability
  attack-pattern uses malware tool
  campaign attributed-to intrusion-set threat-actor
  campaign compromises infrastructure
  campaign originates-from location
  campaign targets identity location vulnerability
  campaign uses attack-pattern infrastructure malware tool
  course-of-action investigates indicator
  course-of-action mitigates attack-pattern indicator malware tool vulnerability
  course-of-action remediates malware vulnerability
  domain-name resolves-to domain-name ipv4-addr ipv6-addr
  identity located-at location
  indicator based-on observed-data
  indicator indicates attack-pattern campaign infrastructure intrusion-set malware threat-actor tool
  infrastructure communicates-with infrastructure ipv4-addr ipv6-addr domain-name url
  infrastructure consists-of infrastructure observed-data ${observableTypes.join(' ')}
  infrastructure controls infrastructure malware
  infrastructure delivers malware
  infrastructure has vulnerability
  infrastructure hosts tool malware
  infrastructure located-at location
  infrastructure uses infrastructure
  intrusion-set attributed-to threat-actor
  intrusion-set compromises infrastructure
  intrusion-set hosts infrastructure
  intrusion-set originates-from location
  intrusion-set owns infrastructure
  intrusion-set targets identity location vulnerability
  intrusion-set uses attack-pattern infrastructure malware tool
  ipv4-addr belongs-to autonomous-system
  ipv4-addr resolves-to mac-addr
  ipv6-addr belongs-to autonomous-system
  ipv6-addr resolves-to mac-addr
  malware authored-by threat-actor intrusion-set
  malware beacons-to infrastructure
  malware communicates-with ipv4-addr ipv6-addr domain-name url
  malware controls malware
  malware downloads malware tool file
  malware drops malware tool file
  malware exfiltrates-to infrastructure
  malware exploits vulnerability
  malware originates-from location
  malware targets identity infrastructure location vulnerability
  malware uses attack-pattern infrastructure malware tool
  malware variant-of malware
  malware-analysis analysis-of malware
  malware-analysis characterizes malware
  malware-analysis dynamic-analysis-of malware
  malware-analysis static-analysis-of malware
  threat-actor attributed-to identity
  threat-actor compromises infrastructure
  threat-actor hosts infrastructure
  threat-actor impersonates identity
  threat-actor located-at location
  threat-actor owns infrastructure
  threat-actor targets identity location vulnerability
  threat-actor uses attack-pattern infrastructure malware tool
  tool delivers malware
  tool drops malware
  tool has vulnerability
  tool targets identity infrastructure location vulnerability
  tool uses infrastructure`
    .split('\n')
    .flatMap((line) => {
      const [source, relationship, ...targets] = line.trim().split(' ');
      return targets.map((target) => `${source} ${relationship} ${target}`);
    }),
);

/** Between types of the specification, a relationship should be one that it suggests (§5.1). */
export function checkRelationship(object: Readonly<Record<string, unknown>>, report: Report): void {
  const type = textOf(object['relationship_type']);
  const [source, target] = [typeOfId(textOf(object['source_ref'])), typeOfId(textOf(object['target_ref']))];
  if (type === '' || common.has(type) || suggested.has(`${source} ${type} ${target}`)) return;
  report.warning(
    `${quoted(type)} should be a relationship that the specification suggests from ${quoted(source)} to ${quoted(target)}`,
    'relationship_type',
  );
}
