import { Flame } from 'lucide-react';
import type { Touchpoint } from '../../../model/records/touchpoint';
import { t } from '../../../ui/i18n/t';
import { Comments } from '../comments/Comments';
import { CustomerData } from '../parts/CustomerData';
import { Findings } from '../parts/Findings';
import { Fold } from '../parts/Fold';
import { ListLines } from '../parts/ListLines';
import { LongText } from '../parts/LongText';
import { Owners } from '../parts/Owners';
import { PanelFrame } from '../parts/PanelFrame';
import { Requirements } from '../parts/Requirements';
import { useUpdate } from '../parts/inspectorContext';
import { useListField } from '../parts/useListField';
import { Chip } from '../../../ui/Chip';
import { Channels } from './Channels';
import { DataAtTouchpoint } from './DataAtTouchpoint';
import { Emotion } from './Emotion';
import { Evidence } from './Evidence';
import { JourneyFields } from './JourneyFields';
import { Kpis } from './Kpis';
import { Steps } from './Steps';
import { SystemsAtTouchpoint } from './SystemsAtTouchpoint';
import { TornSteps } from './TornSteps';

/** Everything about one touchpoint, most asked first. */
export function TouchpointPanel({ record: touchpoint }: { readonly record: Touchpoint }) {
  const { id } = touchpoint;
  const update = useUpdate('touchpoints', id);
  return (
    <PanelFrame
      eyebrow={t('model.kind.touchpoints')}
      title={touchpoint.title}
      titleField="touchpoint.title"
      onTitle={(title) => update({ title })}
      record={{ kind: 'touchpoints', id }}
      intro={
        <>
          <Channels channels={touchpoint.channels} onChange={(channels) => update({ channels })}>
            {touchpoint.momentOfTruth && (
              <span className="inspector-moment">
                <Chip icon={Flame}>{t('inspector.touchpoint.momentOfTruthChip')}</Chip>
              </span>
            )}
          </Channels>
          <LongText
            asIntro
            name="touchpoint.description"
            value={touchpoint.description}
            onType={(description, gesture) => update({ description }, gesture)}
          />
        </>
      }
    >
      <Emotion emotion={touchpoint.emotion} onChange={(emotion) => update({ emotion })} />
      <Owners subject={id} />
      <SystemsAtTouchpoint touchpoint={id} />
      <DataAtTouchpoint touchpoint={touchpoint} />
      <CustomerData touchpoint={id} />
      <TornSteps touchpoint={id} />
      <Requirements subject={id} />
      <Findings id={id} />
      <Comments subject={id} />
      <div className="inspector-folds">
        <JourneyFields touchpoint={touchpoint} />
        <Voices touchpoint={touchpoint} />
        <Kpis touchpoint={id} kpis={touchpoint.kpis} />
        <Evidence touchpoint={touchpoint} />
        <Steps touchpoint={id} />
      </div>
    </PanelFrame>
  );
}

/** What hurts, what delights, what could be better. */
function Voices({ touchpoint: { id, pains, gains, opportunities } }: { readonly touchpoint: Touchpoint }) {
  const painsField = useListField('touchpoints', id, 'pains');
  const gainsField = useListField('touchpoints', id, 'gains');
  const opportunitiesField = useListField('touchpoints', id, 'opportunities');
  return (
    <>
      <Fold id="pains" title={t('inspector.section.pains')} count={pains.length}>
        <ListLines
          field={painsField}
          items={pains}
          label={t('inspector.touchpoint.pains')}
          addLabel={t('inspector.touchpoint.addPain')}
        />
      </Fold>
      <Fold id="gains" title={t('inspector.section.gains')} count={gains.length}>
        <ListLines
          field={gainsField}
          items={gains}
          label={t('inspector.touchpoint.gains')}
          addLabel={t('inspector.touchpoint.addGain')}
        />
      </Fold>
      <Fold id="opportunities" title={t('inspector.section.opportunities')} count={opportunities.length}>
        <ListLines
          field={opportunitiesField}
          items={opportunities}
          label={t('inspector.touchpoint.opportunities')}
          addLabel={t('inspector.touchpoint.addOpportunity')}
        />
      </Fold>
    </>
  );
}
