/** Whether the cell is still being founded, and the end of that, which is for good. */
import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cell } from '../../../app/cell.ts';
import { constitutionQuery, questions } from '../../../app/questions.ts';
import { Failed, Loading } from '../../../part/states.tsx';
import { useTimes } from '../../../part/time.ts';
import { ActDialogue, type Dialogue } from '../../../part/act-dialogue.tsx';
import { useFounds } from '../../../part/secretary.ts';
import { Facts } from '../../../part/facts.tsx';
import { useLength } from '../figures.tsx';

export function Founding(): ReactNode {
  const { t } = useTranslation('deciding');
  const times = useTimes();
  const length = useLength();
  const founds = useFounds();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data, error, refetch } = useQuery(constitutionQuery);
  if (error !== null) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { constituted, shortest } = data;
  const [state, least] =
    constituted === null
      ? [t('founding.lasts'), t('founding.shortest.none')]
      : [t('founding.ended', { time: times.moment(constituted) }), length(shortest)];
  return (
    <>
      <Facts
        title={t('founding')}
        facts={[
          [t('founding.state'), state],
          [t('founding.shortest'), least],
        ]}
      />
      {founds && (
        <Button variant="default" onClick={open} style={{ alignSelf: 'flex-start' }}>
          {t('end')}
        </Button>
      )}
      <EndOfFounding isOpen={isOpen} onClose={close} />
    </>
  );
}

function EndOfFounding(dialogue: Dialogue): ReactNode {
  const { t } = useTranslation('deciding');
  const [hours, setHours] = useState<number | string>(24);
  const [isSure, setSure] = useState(false);
  const shortest = Math.round(Number(hours) * 3600);
  return (
    <ActDialogue
      {...dialogue}
      isGrave
      isReady={isSure && shortest > 0}
      title={t('end')}
      confirm={t('end')}
      done={t('end.done')}
      says={t('end.says')}
      act={() => cell.constitute({ shortest })}
      renew={() => questions.invalidateQueries({ queryKey: constitutionQuery.queryKey })}
    >
      <NumberInput
        label={t('end.shortest')}
        description={t('end.shortest.says')}
        value={hours}
        onChange={setHours}
        min={0}
        max={8760}
      />
      <Checkbox
        label={t('end.sure')}
        checked={isSure}
        onChange={({ currentTarget }) => setSure(currentTarget.checked)}
      />
    </ActDialogue>
  );
}
