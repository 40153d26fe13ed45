/** Resolves with the address the page is about to go to, and keeps it from going there. */
export function leaving(): Promise<string> {
  return new Promise((resolve) => {
    navigation.addEventListener(
      'navigate',
      (event) => {
        event.preventDefault();
        resolve(event.destination.url);
      },
      { once: true },
    );
  });
}
