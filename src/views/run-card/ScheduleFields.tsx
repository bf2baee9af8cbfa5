import { plannedSteps } from "../../experiment/budget";
import { refusalOf } from "../../experiment/refusal";
import { valuesOf } from "../../experiment/spec";
import { resolveSchedule, schedules } from "../../schedules/index";
import { NumberField } from "../../ui/NumberField";
import { Symbol } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import { RateLine } from "./RateLine";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";
import { spoken } from "../../words/spoken";

/** How a run's learning rate changes: the schedule, its numbers, and a line of the rates over the budget. */
export function ScheduleFields({ index, spec, run, rule }: ShownRun) {
  const { actions } = useLab();
  if (!Object.hasOwn(rule.hyperparameters, "lr")) return <p className="run-card-note">{runWords().noRate}</p>;
  const chosen = run.schedule;
  const schedule = chosen && resolveSchedule(chosen.id);
  const parameters = schedule ? valuesOf(schedule.parameters, chosen.parameters) : {};
  const set = (name: string, value: number) =>
    actions.setSchedule(index, { id: chosen!.id, parameters: { ...chosen!.parameters, [name]: value } });
  return (
    <>
      <div className="run-card-schedule">
        <select
          aria-label={runWords().schedule}
          value={chosen?.id ?? constant}
          onChange={({ target: { value } }) =>
            actions.setSchedule(index, value === constant ? undefined : { id: value, parameters: {} })
          }
        >
          <option value={constant}>{runWords().constant}</option>
          {Object.entries(schedules).map(([id, { name }]) => (
            <option key={id} value={id}>
              {said(name)}
            </option>
          ))}
        </select>
        <Explain of="schedule" name={runWords().whatSchedule} />
        {schedule && <RateLine schedule={schedule} parameters={parameters} steps={plannedSteps(spec)} />}
      </div>
      {Object.entries(schedule?.parameters ?? {}).map(
        ([
          name,
          {
            word,
            range: [least, most],
          },
        ]) => (
          <label key={`${chosen?.id} ${name}`} className="run-card-field" data-name={name}>
            <Symbol name={name} />
            <span>{said(word)}</span>
            <NumberField
              label={said(word)}
              value={parameters[name]!}
              onCommit={(value) => set(name, value)}
              refusalOf={(value) => spoken(refusalOf(name, value, { accepts: { least, most } }))}
              width={56}
            />
          </label>
        ),
      )}
    </>
  );
}

/** No schedule: the rate stays. */
const constant = "constant";
