import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import { PacksDocument, type PacksQuery } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import './packs.css';

const text = strings.packs;

/** The model packs that are on this computer, with what somebody must know before using one. */
export function PackList() {
  const { data, error, retry } = useQuery(PacksDocument, {});
  if (!data)
    return error ? <Problem error={error} retry={retry} /> : <div className="packs__place skeleton" />;
  return (
    <ul className="packs" aria-label={text.list}>
      {data.packs.map((pack) => (
        <PackLine key={pack.name} pack={pack} />
      ))}
    </ul>
  );
}

function PackLine({ pack }: { pack: PacksQuery['packs'][number] }) {
  return (
    <li className="pack">
      <div className="pack__title">
        <h3>{pack.name}</h3>
        {pack.active && <span className="pack__active">{text.active}</span>}
      </div>
      <p className="soft">{pack.title}</p>
      <p>
        {pack.licenceUrl === null ? (
          pack.licence
        ) : (
          <a href={pack.licenceUrl} target="_blank" rel="noreferrer">
            {pack.licence}
          </a>
        )}
        {' · '}
        {pack.allowsCommercialUse ? text.commercial : text.noCommercial}
        {' · '}
        {text.dimension(pack.dimension)}
      </p>
    </li>
  );
}
