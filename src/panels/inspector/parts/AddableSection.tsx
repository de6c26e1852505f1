import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { Section } from '../../../ui/Section';
import { useInspector } from './inspectorContext';
import { PickerField, type Picking } from './PickerField';
import { usePickerButton } from './usePickerButton';

export interface AddableSectionProps extends Picking {
  readonly title: string;
  /** What the plus beside the title does: "Add somebody"; left out there is none. */
  readonly addLabel: string | undefined;
  readonly children?: ReactNode;
}

/** A titled list with a plus beside its title; the field that opens stands below the list. */
export function AddableSection({ title, addLabel, children, ...picking }: AddableSectionProps) {
  const { isReadOnly } = useInspector();
  const { isOpen, open, close, buttonRef } = usePickerButton();
  return (
    <Section
      title={title}
      action={
        isReadOnly || addLabel === undefined ? undefined : (
          <IconButton
            ref={buttonRef}
            label={addLabel}
            icon={Plus}
            size="s"
            tooltipSide="left"
            onClick={open}
          />
        )
      }
    >
      {children}
      {isOpen && <PickerField {...picking} onClose={close} />}
    </Section>
  );
}
