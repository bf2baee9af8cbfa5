import { useMemo, useState } from "react";
import { heightFieldOf } from "./height-field";
import type { SpaceProps } from "./space-props";
import { spaceWords } from "../../words/en/space";
import { SpaceButtons } from "./SpaceButtons";
import { SpacePicture } from "./SpacePicture";
import { createTurning } from "./turning";
import "../contour-map/contour-map.css";
import "./space.css";

/** A surface in space, with the paths of all runs on it and its contours once more on the floor beneath. */
export function Space(props: SpaceProps) {
  const { surface, parameters } = props;
  const field = useMemo(() => heightFieldOf(surface, parameters), [surface, parameters]);
  const [turning] = useState(createTurning);
  return (
    <div className="space">
      <SpacePicture {...props} field={field} turning={turning} />
      <div className="space-foot">
        <p>{spaceWords().height[field.levels.measure]}</p>
        <SpaceButtons turning={turning} />
      </div>
    </div>
  );
}
