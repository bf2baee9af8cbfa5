import { useId } from "react";
import type { SettingName } from "../../experiment/changed-settings";
import type { NetworkSpec } from "../../experiment/spec";
import { settings, type Setting } from "../../networks/settings";
import { Segmented } from "../../ui/Segmented";
import { Slider } from "../../ui/Slider";
import { Toggle } from "../../ui/Toggle";
import { useLab } from "../store-context/store-context";
import { ResetButton } from "./ResetButton";
import { between, wholeBetween } from "./refusals";
import { objectiveWords } from "../../words/en/objective";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";

/** One setting by its kind: a choice of a few, a slider with its number, or a switch; what it does stands beneath. */
export function SettingControl({ name, spec }: { name: SettingName; spec: NetworkSpec }) {
  const { actions } = useLab();
  const hint = useId();
  const setting: Setting<unknown> = settings[name];
  const value = spec[name];
  const word = said(setting.word);
  const set = (to: unknown) => actions.setNetworkSpec({ [name]: to });
  return (
    <div className="setting" role="group" aria-label={word} aria-describedby={hint}>
      <Control name={name} setting={setting} value={value} onChange={set} />
      <p className="setting-hint" id={hint}>
        {said(setting.hint)}
        {value !== setting.value && (
          <ResetButton label={objectiveWords().backOf(word)} onReset={() => set(setting.value)} />
        )}
      </p>
    </div>
  );
}

type Props = {
  readonly name: SettingName;
  readonly setting: Setting<unknown>;
  readonly value: NetworkSpec[SettingName];
  readonly onChange: (value: unknown) => void;
};

function Control({ name, setting, value, onChange }: Props) {
  const word = said(setting.word);
  switch (setting.kind) {
    case "choice":
      return (
        <div className="setting-choice">
          {word}
          <Segmented
            label={word}
            value={String(value)}
            options={Object.entries(setting.words).map(([id, name]) => ({ value: id, word: said(name) }))}
            onChange={onChange}
          />
        </div>
      );
    case "number": {
      const { range, isWhole } = setting;
      return (
        <Slider
          label={word}
          symbol={null}
          word={name === "dropout" ? <Explain of="dropout">{word}</Explain> : word}
          value={Number(value)}
          range={range}
          scale={range[0] > 0 ? "log" : "linear"}
          onChange={(to) => onChange(isWhole ? Math.round(to) : to)}
          refusalOf={(isWhole ? wholeBetween : between)(word.replace(/[,（].*/, ""), ...range)}
        />
      );
    }
    case "switch":
      return (
        <Toggle isOn={Boolean(value)} onChange={onChange}>
          {word}
        </Toggle>
      );
  }
}
