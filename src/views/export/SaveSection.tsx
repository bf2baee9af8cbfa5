import { useEffect, useRef, useState } from "react";
import { isSurfaceSpec } from "../../experiment/spec";
import { Segmented } from "../../ui/Segmented";
import { exportWords } from "../../words/en/export";
import { useLab, useLabState } from "../store-context/store-context";
import { download } from "./download";
import { kinds, type Format, type Kind } from "./kinds";
import type { Theme } from "./inks";
import "./save.css";

/** What is being saved, or what came of it. */
type Saving = { readonly share?: number | undefined; readonly said?: string; readonly isError?: boolean };

/** Saves what is on the page as files: pictures, the animation, the numbers, a script. */
export function SaveSection() {
  const { store } = useLab();
  const words = exportWords();
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  const [theme, setTheme] = useState<Theme>("light");
  const [saving, setSaving] = useState<Saving>({});
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function save(kind: Kind, format: Format) {
    const state = store.getState();
    if (state.recording.frames === 0) return setSaving({ said: words.nothing, isError: true });
    running.current?.abort();
    const mine = (running.current = new AbortController());
    setSaving({ share: 0 });
    try {
      const { fileOf } = await import("./file-of");
      const { blob, name } = await fileOf(state, kind, format, {
        theme,
        signal: mine.signal,
        onProgress: (share) => running.current === mine && setSaving({ share }),
      });
      mine.signal.throwIfAborted();
      download(blob, name);
      setSaving({ said: words.saved(name) });
    } catch (error) {
      // Another was asked for in the meantime: it says itself how it goes.
      if (running.current !== mine) return;
      if (mine.signal.aborted) setSaving({});
      else
        setSaving({
          said: words.failed(error instanceof Error ? error.message : String(error)),
          isError: true,
        });
    }
  }

  const { share, said, isError = false } = saving;
  return (
    <>
      <h3>{words.save}</h3>
      <div className="save-kinds">
        {kinds
          .filter(({ kind }) => isSurface || kind !== "stage")
          .map(({ kind, formats }) => (
            <div key={kind} role="group" aria-label={words.kinds[kind]}>
              <span>{words.kinds[kind]}</span>
              {formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  aria-label={words.saveAs(words.kinds[kind], format)}
                  onClick={() => void save(kind, format)}
                >
                  {format}
                </button>
              ))}
            </div>
          ))}
        <div>
          <span>{words.colours}</span>
          <Segmented
            label={words.colours}
            value={theme}
            options={(["light", "dark"] as const).map((value) => ({ value, word: words.themes[value] }))}
            onChange={setTheme}
          />
        </div>
      </div>
      <div className="save-state">
        {share !== undefined && (
          <>
            <progress max={1} value={share} aria-label={words.preparing} />
            <span aria-hidden="true">{words.progress(Math.round(100 * share))}</span>
            <button type="button" onClick={() => running.current?.abort()}>
              {words.cancel}
            </button>
          </>
        )}
        <span role="status" className={isError ? "save-error" : undefined}>
          {said ?? (share !== undefined ? words.preparing : "")}
        </span>
      </div>
    </>
  );
}
