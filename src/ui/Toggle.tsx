import type { ReactNode } from "react";
import "./toggle.css";

type Props = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

/** What is on or off, with its words as part of the target. */
export const Toggle = ({ isOn, onChange, children }: Props) => (
  <label className="toggle">
    <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
    {children}
  </label>
);
