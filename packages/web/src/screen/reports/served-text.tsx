/** The text of a report: paragraphs, each in its own direction, with links to what it names. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RecordLink } from '../../part/entry.tsx';
import { Code } from '../../part/marking-line.tsx';
import { safeText } from '../../record/safe-text.ts';
import { stretchesOf } from './mentioned.ts';
import { mentionsQuery } from './mentions-query.ts';
import type { ServedParagraph } from './report-text.ts';

export function ServedText({
  paragraphs,
  linked,
}: {
  paragraphs: readonly ServedParagraph[];
  linked: ReadonlySet<string>;
}): ReactNode {
  const numbered = paragraphs.map((paragraph, place) => ({ ...paragraph, place }));
  return numbered.map(({ place, ...paragraph }) => (
    <Paragraph key={`${place} ${paragraph.text.slice(0, 40)}`} paragraph={paragraph} linked={linked} />
  ));
}

function Paragraph({
  paragraph: { text, codes },
  linked,
}: {
  paragraph: ServedParagraph;
  linked: ReadonlySet<string>;
}): ReactNode {
  const { data } = useQuery(mentionsQuery(text));
  const mentions = data?.text === text ? data.mentions : [];
  return (
    <p dir="auto" className="report-paragraph">
      {codes.map((code) => (
        <span key={code} className="portion-mark">
          <Code code={code} />{' '}
        </span>
      ))}
      {stretchesOf(text, mentions).map(({ from, text: stretch, objects }) => {
        const [first] = objects;
        const shown = safeText(stretch).text;
        if (first === undefined) return <span key={from}>{shown}</span>;
        // Of several that are called so, the one that the report refers to.
        const id = objects.find((one) => linked.has(one)) ?? first;
        return (
          <RecordLink key={from} id={id} className="report-mention">
            {shown}
          </RecordLink>
        );
      })}
    </p>
  );
}
