/** Cyber-observable objects (STIX 2.1 §6), but the file, whose extensions fill a table of their own. */
import { observableObject } from './common.ts';
import { networkExtensions, processExtensions, accountExtensions } from './extension.ts';
import { file } from './file.ts';
import type { Kind, ObjectSpecification, Property } from './kind.ts';
import {
  atLeastOne,
  boolean,
  closed,
  count,
  form,
  freeText,
  hashes,
  integer,
  list,
  must,
  needs,
  notBefore,
  notBoth,
  open,
  record,
  reference,
  references,
  text,
  textOrInteger,
  timestamp,
  withOne,
} from './kind.ts';

const port: Property = { kind: 'integer', minimum: 0, maximum: 65_535 };
const address = {
  resolves_to_refs: references('mac-addr'),
  belongs_to_refs: references('autonomous-system'),
};
const addressed: Property = {
  kind: 'reference',
  to: ['ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name'],
  lax: 'uuid',
};
/**
 * The specification wants a list for each header field; the OASIS validator refuses a list of one, and takes a
 * text instead. Either is accepted.
 */
const headerFields: Kind = { kind: 'dictionary', value: { kind: 'list', item: text, lone: true } };

const mimePart = record(
  {
    body: freeText,
    body_raw_ref: reference('artifact', 'file'),
    content_type: text,
    content_disposition: text,
  },
  [atLeastOne('body', 'body_raw_ref'), notBoth('body', 'body_raw_ref')],
);

const registryValue = record({ name: text, data: text, data_type: closed('windows-registry-datatype') }, [
  atLeastOne('name', 'data', 'data_type'),
]);

const certificateExtensionNames = `basic_constraints name_constraints policy_constraints key_usage
  extended_key_usage subject_key_identifier authority_key_identifier subject_alternative_name
  issuer_alternative_name subject_directory_attributes crl_distribution_points inhibit_any_policy
  certificate_policies policy_mappings`.split(/\s+/);

const certificateExtensions: Kind = {
  kind: 'record',
  record: withOne({
    ...Object.fromEntries(certificateExtensionNames.map((name) => [name, text])),
    private_key_usage_period_not_before: timestamp,
    private_key_usage_period_not_after: timestamp,
  }),
};

/** At least one of the properties of the type itself; those that every observable has do not count. */
function withAtLeastOne(
  type: string,
  properties: Readonly<Record<string, Property>>,
  predefined: Parameters<typeof observableObject>[3] = {},
): ObjectSpecification {
  const own = Object.keys(properties);
  const names = Object.keys(predefined).length > 0 ? [...own, 'extensions'] : own;
  return observableObject(type, properties, [atLeastOne(...names)], predefined);
}

export const observableObjects: readonly ObjectSpecification[] = [
  observableObject(
    'artifact',
    {
      mime_type: form('media-type'),
      payload_bin: form('binary'),
      url: form('uri'),
      hashes,
      encryption_algorithm: closed('encryption-algorithm'),
      decryption_key: text,
    },
    [
      atLeastOne('payload_bin', 'url'),
      notBoth('payload_bin', 'url'),
      needs('url', 'hashes'),
      needs('decryption_key', 'encryption_algorithm'),
    ],
  ),
  observableObject('autonomous-system', { number: must(integer), name: text, rir: text }),
  observableObject('directory', {
    path: must(text),
    path_enc: form('character-set'),
    ctime: timestamp,
    mtime: timestamp,
    atime: timestamp,
    contains_refs: references('file', 'directory'),
  }),
  observableObject('domain-name', {
    value: must(form('domain-name')),
    resolves_to_refs: references('ipv4-addr', 'ipv6-addr', 'domain-name'),
  }),
  observableObject('email-addr', {
    value: must(form('email-address')),
    display_name: text,
    belongs_to_ref: reference('user-account'),
  }),
  observableObject('email-message', {
    is_multipart: must(boolean),
    date: timestamp,
    content_type: text,
    from_ref: reference('email-addr'),
    sender_ref: reference('email-addr'),
    to_refs: references('email-addr'),
    cc_refs: references('email-addr'),
    bcc_refs: references('email-addr'),
    message_id: text,
    subject: freeText,
    received_lines: list(text),
    additional_header_fields: headerFields,
    body: freeText,
    body_multipart: list(mimePart),
    raw_email_ref: reference('artifact'),
  }),
  file,
  observableObject('ipv4-addr', { value: must(form('ipv4')), ...address }),
  observableObject('ipv6-addr', { value: must(form('ipv6')), ...address }),
  observableObject('mac-addr', { value: must(form('mac')) }),
  observableObject('mutex', { name: must(text) }),
  observableObject(
    'network-traffic',
    {
      start: timestamp,
      end: timestamp,
      is_active: boolean,
      src_ref: addressed,
      dst_ref: addressed,
      src_port: port,
      dst_port: port,
      protocols: must(list(text)),
      src_byte_count: count,
      dst_byte_count: count,
      src_packets: count,
      dst_packets: count,
      ipfix: { kind: 'dictionary', value: textOrInteger },
      src_payload_ref: reference('artifact'),
      dst_payload_ref: reference('artifact'),
      encapsulates_refs: references('network-traffic'),
      encapsulated_by_ref: reference('network-traffic'),
    },
    [atLeastOne('src_ref', 'dst_ref'), notBefore('end', 'start')],
    networkExtensions,
  ),
  withAtLeastOne(
    'process',
    {
      is_hidden: boolean,
      pid: integer,
      created_time: timestamp,
      cwd: text,
      command_line: text,
      environment_variables: { kind: 'dictionary', value: text },
      opened_connection_refs: references('network-traffic'),
      creator_user_ref: reference('user-account'),
      image_ref: reference('file'),
      parent_ref: reference('process'),
      child_refs: references('process'),
    },
    processExtensions,
  ),
  observableObject('software', {
    name: must(text),
    cpe: form('cpe'),
    swid: text,
    // The specification says RFC 5646, the OASIS validator ISO 639-2.
    languages: list(form('language-639-2')),
    vendor: text,
    version: text,
  }),
  observableObject('url', { value: must(form('uri')) }),
  withAtLeastOne(
    'user-account',
    {
      user_id: text,
      credential: text,
      account_login: text,
      account_type: open('account-type'),
      display_name: text,
      is_service_account: boolean,
      is_privileged: boolean,
      can_escalate_privs: boolean,
      is_disabled: boolean,
      account_created: timestamp,
      account_expires: timestamp,
      credential_last_changed: timestamp,
      account_first_login: timestamp,
      account_last_login: timestamp,
    },
    accountExtensions,
  ),
  withAtLeastOne('windows-registry-key', {
    key: form('registry-key'),
    values: list(registryValue),
    modified_time: timestamp,
    creator_user_ref: reference('user-account'),
    number_of_subkeys: integer,
  }),
  withAtLeastOne('x509-certificate', {
    is_self_signed: boolean,
    hashes,
    version: text,
    serial_number: text,
    signature_algorithm: text,
    issuer: text,
    validity_not_before: timestamp,
    validity_not_after: timestamp,
    subject: text,
    subject_public_key_algorithm: text,
    subject_public_key_modulus: text,
    subject_public_key_exponent: integer,
    x509_v3_extensions: certificateExtensions,
  }),
];
