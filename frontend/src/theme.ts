// Light, dark, or as the system has it.
const KEY = "dragoman-theme";
const NEXT: Record<string, string> = { auto: "light", light: "dark", dark: "auto" };
const LABEL: Record<string, string> = { auto: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };

function kept(): string {
  const found = localStorage.getItem(KEY) ?? "auto";
  return found in NEXT ? found : "auto";
}

function set(choice: string, buttons: NodeListOf<HTMLElement>): void {
  if (choice === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
  for (const button of buttons) {
    button.textContent = LABEL[choice] ?? choice;
    button.dataset["choice"] = choice;
  }
}

/** Applies the kept theme and makes every `[data-theme-switch]` go on to the next one. */
export function theme(): void {
  const buttons = document.querySelectorAll<HTMLElement>("[data-theme-switch]");
  set(kept(), buttons);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const next = NEXT[kept()] ?? "auto";
      localStorage.setItem(KEY, next);
      set(next, buttons);
    });
  }
}
