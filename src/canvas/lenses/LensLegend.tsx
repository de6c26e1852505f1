import { X } from 'lucide-react';
import { useMemo } from 'react';
import { isLegendOpen } from '../../store/view';
import { useJourney, useOpenMap, useView } from '../../store/openMap';
import { IconButton } from '../../ui/IconButton';
import { t } from '../../ui/i18n/t';
import { legends, type LegendLine } from './lensLooks';
import { isFunction } from './lensText';
import './LensLegend.css';

/**
 * What the signs and colours of the lens mean. It has a row of its own under the canvas, so that it covers nothing, and
 * closes for good until it is asked for again.
 */
export function LensLegend() {
  const openMap = useOpenMap();
  const lens = useView((view) => view.lens);
  const isOpen = useView(isLegendOpen);
  const parties = useJourney((journey) => journey.parties);
  const functions = useMemo(
    () => new Set<string>(parties.all.map((party) => party.function ?? '')),
    [parties],
  );
  if (!isOpen) return null;
  const lines = legends[lens].filter(({ key }) => !isFunction(key) || functions.has(key));
  const close = (): void =>
    openMap.view.setState(({ legends: before }) => ({ legends: { ...before, [lens]: false } }));
  const name = t(`lens.${lens}`);
  return (
    <section className="lens-legend" aria-label={t('lens.legendOf', { name })}>
      <div className="lens-legend-body">
        <p className="lens-legend-about">
          <strong>{name}</strong> {t(`lens.about.${lens}`)}
        </p>
        <ul>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      </div>
      <IconButton icon={X} label={t('lens.closeLegend')} size="s" tooltipSide="top" onClick={close} />
    </section>
  );
}

function Line({ line: { key, icon: Icon, tone, pattern } }: { readonly line: LegendLine }) {
  return (
    <li data-tone={tone === 'own' ? 'neutral' : tone}>
      {pattern && <span className="lens-legend-line" data-pattern={pattern} aria-hidden />}
      {Icon && <Icon size={14} strokeWidth={1.9} aria-hidden />}
      <span>{t(`lens.key.${key}`)}</span>
    </li>
  );
}
