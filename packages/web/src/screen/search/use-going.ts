/** Where a choice of the box that opens from anywhere leads. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from '../../app/questions.ts';
import { enterBox } from './box-focus.ts';
import { setLines } from './pasted-lines.ts';
import { rememberSearch } from './recent.ts';
import type { Choice } from './use-choices.ts';

export function useGoing(typed: string, onClose: () => void): (choice: Choice) => void {
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  return (choice) => {
    onClose();
    const words = 'words' in choice ? choice.words : typed;
    if (me !== undefined) rememberSearch(me.account, words);
    if (choice.kind === 'entry') {
      void navigate({ to: '/record/$id', params: { id: choice.entry.object.id } });
      return;
    }
    setLines(choice.kind === 'lines' ? choice.lines : undefined);
    void navigate({ to: '/search', search: choice.kind === 'lines' ? {} : { q: words } });
    // From there an arrow leads into what is found. This box gives the focus back as it closes: not before.
    setTimeout(enterBox);
  };
}
