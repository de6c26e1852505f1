import { useOpenMap, useView } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import { useCanvasActions } from '../canvasActions';
import { finishEditing, titleOf } from './finishEditing';
import { TitleField } from './TitleField';

/** Types a system's name in the gutter. */
export function SystemNameEditor({ id }: { readonly id: string }) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  const editing = useView((view) => view.editing);
  if (editing?.id !== id) return null;
  return (
    <span className="editor-system">
      <TitleField
        initial={titleOf(openMap, editing)}
        label={t('canvas.nameOfSystem')}
        placeholder={t('canvas.untitledSystem')}
        onExit={(exit, value) => {
          finishEditing(openMap, editing, exit, value);
          actions.focusCanvas();
        }}
      />
    </span>
  );
}
