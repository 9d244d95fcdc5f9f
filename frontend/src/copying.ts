// Buttons that put the page's address, or the text of a part of it, on the clipboard.

async function copy(button: HTMLElement): Promise<void> {
  const wanted = button.dataset["copy"] ?? "";
  const part = wanted.startsWith("#") ? document.querySelector(wanted) : null;
  const text = part?.textContent?.trim() ?? (wanted ? new URL(wanted, location.href).href : location.href);
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // Refused by the browser (no permission, or an address without https): show it instead.
    prompt("Copy this:", text);
  }
  setTimeout(() => (button.textContent = before), 1500);
}

/** Readies every `[data-copy]`: empty for this page's address, "#id" for an element's text. */
export function copying(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    button.addEventListener("click", () => void copy(button));
  }
}
