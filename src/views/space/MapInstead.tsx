import { useLab } from "../store-context/store-context";
import { mapInstead, missingInWords } from "./space-words";

/** Where there is no WebGL: says so, and offers the map of all runs. */
export function MapInstead() {
  const { actions } = useLab();
  return (
    <div className="space-missing" role="status">
      <p>{missingInWords}</p>
      <button type="button" onClick={() => actions.setView({ layout: "overlay" })}>
        {mapInstead}
      </button>
    </div>
  );
}
