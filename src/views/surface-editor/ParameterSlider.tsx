import { useState } from "react";
import { Slider } from "../../ui/Slider";
import { Symbol } from "../formula/Symbol";
import { between } from "../objective-line/refusals";
import { useLab } from "../store-context/store-context";
import { surfaceEditorWords } from "../../words/en/surface-editor";

/** A free name of the visitor's surface: its track reaches as far as its value has been, a power of ten. */
export function ParameterSlider({ name, value }: { name: string; value: number }) {
  const { actions } = useLab();
  const [reach, setReach] = useState(10);
  if (Math.abs(value) > reach) setReach(10 ** Math.ceil(Math.log10(Math.abs(value))));
  return (
    <Slider
      label={surfaceEditorWords().parameter(name)}
      symbol={<Symbol name={name} />}
      word=""
      value={value}
      range={[-reach, reach]}
      scale="linear"
      onChange={(next) => actions.setParameter(name, next)}
      refusalOf={between(name, -1e6, 1e6)}
    />
  );
}
