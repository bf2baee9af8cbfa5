import { useId, useState, type ReactNode } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { networks, resolveNetwork } from "../../networks/index";
import { Menu, MenuItem } from "../../ui/Menu";
import { useLab } from "../store-context/store-context";
import { ChangedSettings } from "./ChangedSettings";
import { HiddenLayers } from "./HiddenLayers";
import { NetworkNumbers } from "./NetworkNumbers";
import { NetworkSettings } from "./NetworkSettings";
import { objectiveWords } from "../../words/en/objective";
import { said } from "../../words/speak";
import "./objective-line.css";
import "./network-line.css";

/** A network's name, layers, numbers and settings, all to be changed where they stand; `children` end the line. */
export function NetworkLine({ spec, children }: { spec: NetworkSpec; children: ReactNode }) {
  const { actions } = useLab();
  const words = objectiveWords();
  const [isOpen, setIsOpen] = useState(false);
  const panel = useId();
  const network = resolveNetwork(spec.network);
  return (
    <section className="objective-line network-line" aria-label={words.network}>
      <div className="network-line-row">
        <div className="network-line-name">
          <h2>{said(network.name)}</h2>
          <Menu button={`${words.change} ▾`} label={words.changeNetwork}>
            {Object.entries(networks).map(([id, { name, teaches }]) => (
              <MenuItem
                key={id}
                name={said(name)}
                note={said(teaches)}
                isCurrent={id === spec.network}
                onChoose={() => actions.chooseNetwork(id)}
              />
            ))}
          </Menu>
        </div>
        <div className="objective-numbers">
          {network.mostHidden > 0 && <HiddenLayers spec={spec} most={network.mostHidden} />}
          <NetworkNumbers spec={spec} />
          <button
            type="button"
            className="network-line-more"
            aria-expanded={isOpen}
            aria-controls={panel}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? `${words.fewer} ▴` : `${words.more} ▾`}
          </button>
          {!isOpen && <ChangedSettings spec={spec} />}
        </div>
        <div className="network-line-end">{children}</div>
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && <NetworkSettings spec={spec} network={network} />}
      </div>
    </section>
  );
}
