import { appliesTo } from "../../experiment/changed-settings";
import type { NetworkSpec } from "../../experiment/spec";
import type { Network } from "../../networks/network";
import { settingGroups } from "../../networks/settings";
import { SettingControl } from "./SettingControl";
import { said } from "../../words/speak";

/** Every setting that says something of the network, in groups. */
export const NetworkSettings = ({ spec, network }: { spec: NetworkSpec; network: Network }) => (
  <div className="network-settings">
    {settingGroups.map(({ name, names }) => {
      const applying = names.filter((each) => appliesTo(each, network));
      return (
        applying.length > 0 && (
          <section key={name} aria-label={said(name)}>
            <h3>{said(name)}</h3>
            <div
              className={`network-settings-controls ${applying.length > 2 ? "network-settings-many" : ""}`}
            >
              {applying.map((each) => (
                <SettingControl key={each} name={each} spec={spec} />
              ))}
            </div>
          </section>
        )
      );
    })}
  </div>
);
