/** A part of a form: its name, its fields, and a narrower label for it where one is wanted. */
import { ActionIcon, Button, Fieldset, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { LabelBody } from '@entente/contract/label';
import { useTranslation } from 'react-i18next';
import { DialogueBox } from '../../../part/dialogue-box.tsx';
import { useConditions } from '../../../part/marking-line.tsx';
import { markingFor } from '../../../record/marking.ts';
import { selectorText, valueAt, withoutBlanks, type Path } from '../../../record/path.ts';
import { LabelMaker } from '../../release/label-maker.tsx';
import { useForm } from './state.ts';

export function Section({
  title,
  portion,
  children,
}: {
  title: string;
  /** The property that a narrower label may cover. */
  portion?: Path;
  children: ReactNode;
}): ReactNode {
  return (
    <Fieldset legend={<SectionTitle title={title} portion={portion} />} className="section">
      <Stack gap="sm">
        {portion !== undefined && <PortionLine path={portion} />}
        {children}
      </Stack>
    </Fieldset>
  );
}

function SectionTitle({ title, portion }: { title: string; portion: Path | undefined }): ReactNode {
  return (
    <Group gap={6} wrap="nowrap">
      <Text span fw={650}>
        {title}
      </Text>
      {portion !== undefined && <PortionButton path={portion} title={title} />}
    </Group>
  );
}

/** Opens the label of one property; only of what says something. */
function PortionButton({ path, title }: { path: Path; title: string }): ReactNode {
  const { t } = useTranslation('record');
  const { object, portions } = useForm();
  const [isOpen, { open, close }] = useDisclosure(false);
  const selector = selectorText(path);
  const isSet = portions.some((portion) => portion.selector === selector);
  if (!isSet && withoutBlanks(valueAt(object, path)) === undefined) return null;
  const word = t('portion.button', { part: title });
  return (
    <>
      <Tooltip label={word}>
        <ActionIcon
          variant={isSet ? 'light' : 'subtle'}
          color={isSet ? 'petrol' : 'gray'}
          aria-label={word}
          onClick={open}
        >
          {isSet ? <IconLock size={16} aria-hidden /> : <IconLockOpen size={16} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      {isOpen && <PortionDialog selector={selector} title={title} onClose={close} />}
    </>
  );
}

function PortionDialog({
  selector,
  title,
  onClose,
}: {
  selector: string;
  title: string;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('record');
  const { portions, setPortion } = useForm();
  const before = portions.find((portion) => portion.selector === selector)?.label;
  const [label, setLabel] = useState<LabelBody>(before ?? {});
  const close = (next: LabelBody | undefined): void => {
    setPortion(selector, next);
    onClose();
  };
  return (
    <DialogueBox opened onClose={onClose} size="lg" title={t('portion.title', { part: title })}>
      <Stack>
        <Text size="sm">{t('portion.what')}</Text>
        <LabelMaker value={label} onChange={setLabel} />
        <Group justify="flex-end">
          {before !== undefined && (
            <Button variant="default" onClick={() => close(undefined)}>
              {t('portion.remove')}
            </Button>
          )}
          <Button onClick={() => close(label)}>{t('portion.set')}</Button>
        </Group>
      </Stack>
    </DialogueBox>
  );
}

/** The narrower label of a part, in words. */
function PortionLine({ path }: { path: Path }): ReactNode {
  const { t } = useTranslation('record');
  const conditions = useConditions();
  const { portions } = useForm();
  const label = portions.find(({ selector }) => selector === selectorText(path))?.label;
  if (label === undefined) return null;
  const marking = markingFor(label);
  const said = [...marking.handling, ...conditions(marking, true)];
  return (
    <Text size="xs" className="portion-line">
      <IconLock size={12} aria-hidden /> {said.join(' · ')}{' '}
      <Text span c="dimmed" size="xs">
        {t('portion.this-part')}
      </Text>
    </Text>
  );
}
