import { useMemo } from "react";
import { surfaces } from "../../surfaces/index";
import { subjects, type Surface } from "../../surfaces/surface";
import { MenuGroup, MenuItem } from "../../ui/Menu";
import { Relief } from "../contour-map/Relief";
import { surfaceMapOf } from "../contour-map/surface-map";
import { useLab, useLabState } from "../store-context/store-context";
import { said } from "../../words/speak";
import "./surface-picker.css";

/** Pixels of a thumbnail. */
const [width, height] = [104, 66];

/** All registered surfaces as maps to choose from, by what they teach. */
export function SurfacePicker({ current }: { current: string }) {
  const { actions } = useLab();
  return subjects.map((subject) => (
    <MenuGroup key={subject} name={said(subject)}>
      <div className="surface-picker-row">
        {Object.entries<Surface>(surfaces)
          .filter(([, { teaches }]) => teaches === subject)
          .map(([id, surface]) => (
            <MenuItem
              key={id}
              name={said(surface.name)}
              note={<Thumbnail surface={surface} isShown={id === current} />}
              isCurrent={id === current}
              onChoose={() => actions.chooseSurface(id)}
            />
          ))}
      </div>
    </MenuGroup>
  ));
}

/** A surface's map, small; the one that is shown as it is now, with its parameters turned. */
function Thumbnail({ surface, isShown }: { surface: Surface; isShown: boolean }) {
  const turned = useLabState(({ spec }) => (isShown && "parameters" in spec ? spec.parameters : untouched));
  const map = useMemo(() => surfaceMapOf(surface, turned, width, height), [surface, turned]);
  return (
    <span className="surface-picker-map" aria-hidden="true">
      <Relief map={map} hasTicks={false} />
    </span>
  );
}

const untouched = {};
