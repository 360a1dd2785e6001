import { propertyExtension } from './details.ts';
import { choice, record, type ContentOf } from './shape.ts';

/** Content of the notice extension: by it a reader tells what the hub says from what a member writes. */
export const noticeShape = record(
  'What the hub tells a member that had something in its view: its contributor took it back',
  {
    extension_type: propertyExtension,
    kind: choice('What was taken: the version, or a part of it', ['recalled', 'part-withdrawn']),
  },
  {},
);

export type NoticeContent = ContentOf<typeof noticeShape>;
