import type { ReactNode } from 'react';
import { knownChannels } from '../../../model/records/touchpoint';
import { Chip } from '../../../ui/Chip';
import type { ComboboxOption } from '../../../ui/comboboxOptions';
import { t } from '../../../ui/i18n/t';
import { AddPicker } from '../parts/AddPicker';
import { fieldTexts } from '../parts/fieldTexts';
import { useInspector } from '../parts/inspectorContext';
import { channelIcon } from '../../../ui/channelIcon';

export interface ChannelsProps {
  readonly channels: readonly string[];
  readonly onChange: (channels: readonly string[]) => void;
  /** Further chips. */
  readonly children?: ReactNode;
}

const options: readonly ComboboxOption[] = knownChannels.map((channel) => ({
  id: channel,
  label: channel,
  icon: channelIcon(channel),
}));

/** The channels as chips, and one more by choosing or typing it. */
export function Channels({ channels, onChange, children }: ChannelsProps) {
  const { isReadOnly } = useInspector();
  const add = (channel: string): void => onChange([...channels, channel]);
  const { label, description } = fieldTexts('touchpoint.channels');
  return (
    <div className="inspector-chips" role="group" aria-label={label}>
      {channels.map((channel) => (
        <Chip
          key={channel}
          icon={channelIcon(channel)}
          onRemove={isReadOnly ? undefined : () => onChange(channels.filter((one) => one !== channel))}
        >
          {channel}
        </Chip>
      ))}
      {children}
      <AddPicker
        // Beside chips a sign says enough; alone it says nothing.
        compact={channels.length > 0}
        label={t('inspector.touchpoint.addChannel')}
        fieldLabel={label}
        offer={options}
        without={channels}
        onPick={add}
        onCreate={add}
      />
      <p className="ui-field-description">{description}</p>
    </div>
  );
}
