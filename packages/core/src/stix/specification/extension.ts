/** Predefined extensions of network traffic (STIX 2.1 §6.12), processes (§6.13) and user accounts (§6.16). */
import type { RecordSpecification } from './kind.ts';
import {
  atLeastOne,
  boolean,
  closed,
  form,
  integer,
  count,
  list,
  must,
  reference,
  references,
  text,
  textOrInteger,
  withOne,
} from './kind.ts';

type Extensions = Readonly<Record<string, RecordSpecification>>;

export const networkExtensions: Extensions = {
  'http-request-ext': {
    properties: {
      request_method: must(text),
      request_value: must(text),
      request_version: text,
      request_header: { kind: 'dictionary', value: list(text) },
      message_body_length: integer,
      message_body_data_ref: reference('artifact'),
    },
  },
  'icmp-ext': { properties: { icmp_type_hex: must(form('hex')), icmp_code_hex: must(form('hex')) } },
  'socket-ext': {
    properties: {
      address_family: must(closed('network-socket-address-family')),
      is_blocking: boolean,
      is_listening: boolean,
      options: { kind: 'dictionary', value: integer },
      socket_type: closed('network-socket-type'),
      socket_descriptor: count,
      socket_handle: integer,
    },
  },
  'tcp-ext': {
    properties: { src_flags_hex: form('hex'), dst_flags_hex: form('hex') },
    rules: [atLeastOne('src_flags_hex', 'dst_flags_hex')],
  },
};

export const processExtensions: Extensions = {
  'windows-process-ext': withOne({
    aslr_enabled: boolean,
    dep_enabled: boolean,
    priority: text,
    owner_sid: text,
    window_title: text,
    startup_info: { kind: 'dictionary', value: textOrInteger, keys: 'startup-info' },
    integrity_level: closed('windows-integrity-level'),
  }),
  'windows-service-ext': withOne({
    service_name: text,
    descriptions: list(text),
    display_name: text,
    group_name: text,
    start_type: closed('windows-service-start-type'),
    service_dll_refs: references('file'),
    service_type: closed('windows-service-type'),
    service_status: closed('windows-service-status'),
  }),
};

export const accountExtensions: Extensions = {
  'unix-account-ext': withOne({ gid: integer, groups: list(text), home_dir: text, shell: text }),
};
