import { Field, Select } from "@fluentui/react-components";
import { languageNames } from "../../locales/pane-texts.ts";
import type { Language } from "../../locales/texts.ts";
import { Part } from "../heading.tsx";
import { usePane, useTask } from "../pane-context.ts";

const languages: readonly Language[] = ["zh-CN", "en-US"];
const languageOf = (value: string) => languages.find((language) => language === value) ?? "zh-CN";

const options = languages.map((language) => (
  <option key={language} value={language} lang={language}>
    {languageNames[language]}
  </option>
));

/** Two languages that have nothing to do with each other: the reader's, and the workbook's. */
export function Languages() {
  const { texts, language, setLanguage, settings, setSettings, workbook } = usePane();
  const run = useTask();
  return (
    <Part title={texts.home.languages}>
      <Field label={texts.home.paneLanguage}>
        <Select value={language} onChange={(_, { value }) => setLanguage(languageOf(value))}>
          {options}
        </Select>
      </Field>
      <Field label={texts.home.resultLanguage} hint={texts.home.resultLanguageHint}>
        <Select
          value={settings.resultLanguage}
          disabled={workbook.kind !== "ready"}
          onChange={(_, { value }) => run(() => setSettings({ ...settings, resultLanguage: languageOf(value) }))}
        >
          {options}
        </Select>
      </Field>
    </Part>
  );
}
