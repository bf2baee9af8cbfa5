import { optimizers } from "../../optimizers/index";
import { MenuItem } from "../../ui/Menu";
import { authorsOf } from "./authors";

/** The registered optimizers as choices of a menu, in teaching order. */
export const OptimizerItems = ({ current, onChoose }: { current?: string; onChoose: (id: string) => void }) =>
  Object.entries(optimizers).map(([id, { name, reference }]) => (
    <MenuItem
      key={id}
      name={name}
      note={authorsOf(reference)}
      isCurrent={id === current}
      onChoose={() => onChoose(id)}
    />
  ));
