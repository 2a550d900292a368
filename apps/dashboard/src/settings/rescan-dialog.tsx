import { useQuery } from '../api/use-query';
import { ConfirmDialog } from '../design/confirm-dialog';
import { StatsDocument } from '../graphql/generated/graphql';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';

const text = strings.settings;

/** Says what looking at every photo again will do, before it is done. */
export function RescanDialog({ close }: { close: () => void }) {
  const stats = useQuery(StatsDocument, {}).data?.stats;
  const { rescanPhotos } = useCommands();
  return (
    <ConfirmDialog
      title={stats ? text.rescanQuestion(stats.photos.total) : text.rescanTitle}
      action={text.rescanNow}
      close={close}
      confirm={() => void rescanPhotos(null)}
    >
      <ul className="dialog__points">
        {text.rescanDoes.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
