import { useLab } from "../store-context/store-context";
import { spaceWords } from "../../words/en/space";

/** Where there is no WebGL: says so, and offers the map of all runs. */
export function MapInstead() {
  const { actions } = useLab();
  return (
    <div className="space-missing" role="status">
      <p>{spaceWords().missing}</p>
      <button type="button" onClick={() => actions.setView({ layout: "overlay" })}>
        {spaceWords().mapInstead}
      </button>
    </div>
  );
}
