/** The file object and its predefined extensions (STIX 2.1 §6.7). */
import { observableObject } from './common.ts';
import type { Kind, Property, RecordSpecification } from './kind.ts';
import {
  atLeastOne,
  boolean,
  count,
  form,
  hashes,
  integer,
  list,
  must,
  open,
  record,
  reference,
  references,
  text,
  textOrInteger,
  timestamp,
  withOne,
} from './kind.ts';

const named = (names: string, property: Property): Record<string, Property> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, property]),
  );

const optionalHeader: Kind = {
  kind: 'record',
  record: withOne({
    ...named('magic_hex win32_version_value_hex checksum_hex subsystem_hex', form('hex')),
    ...named('dll_characteristics_hex loader_flags_hex', form('hex')),
    ...named('major_linker_version minor_linker_version', integer),
    ...named('size_of_code size_of_initialized_data size_of_uninitialized_data', count),
    ...named('address_of_entry_point base_of_code base_of_data image_base', integer),
    ...named('section_alignment file_alignment major_os_version minor_os_version', integer),
    ...named('major_image_version minor_image_version', integer),
    ...named('major_subsystem_version minor_subsystem_version', integer),
    ...named('size_of_image size_of_headers size_of_stack_reserve size_of_stack_commit', count),
    ...named('size_of_heap_reserve size_of_heap_commit', count),
    number_of_rva_and_sizes: integer,
    hashes,
  }),
};

const section = record({
  name: must(text),
  size: count,
  entropy: { kind: 'number' },
  hashes,
});

const fileExtensions: Readonly<Record<string, RecordSpecification>> = {
  'archive-ext': { properties: { contains_refs: must(references('file', 'directory')), comment: text } },
  'ntfs-ext': withOne({
    sid: text,
    alternate_data_streams: list(record({ name: must(text), hashes, size: count })),
  }),
  'pdf-ext': withOne({
    version: text,
    is_optimized: boolean,
    document_info_dict: { kind: 'dictionary', value: text },
    pdfid0: text,
    pdfid1: text,
  }),
  'raster-image-ext': withOne({
    image_height: integer,
    image_width: integer,
    bits_per_pixel: integer,
    exif_tags: { kind: 'dictionary', value: textOrInteger, keys: 'exif-tag' },
  }),
  'windows-pebinary-ext': withOne(
    {
      pe_type: must(open('windows-pebinary-type')),
      imphash: text,
      machine_hex: form('hex'),
      number_of_sections: count,
      time_date_stamp: { kind: 'timestamp', precision: 'second' },
      pointer_to_symbol_table_hex: form('hex'),
      number_of_symbols: count,
      size_of_optional_header: count,
      characteristics_hex: form('hex'),
      file_header_hashes: hashes,
      optional_header: optionalHeader,
      sections: list(section),
    },
    'pe_type',
  ),
};

export const file = observableObject(
  'file',
  {
    hashes,
    size: count,
    name: text,
    name_enc: form('character-set'),
    magic_number_hex: form('hex'),
    mime_type: text,
    ctime: timestamp,
    mtime: timestamp,
    atime: timestamp,
    parent_directory_ref: reference('directory'),
    contains_refs: list({ kind: 'reference' }),
    content_ref: reference('artifact'),
  },
  [atLeastOne('hashes', 'name')],
  fileExtensions,
);
