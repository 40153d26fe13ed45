/** Resolves with the address the page is about to go to, and keeps it from going there. */
export function leaving(): Promise<string> {
  return new Promise((resolve) => {
    const stay = (event: NavigateEvent) => {
      if (event.destination.sameDocument) return;
      event.preventDefault();
      navigation.removeEventListener('navigate', stay);
      resolve(event.destination.url);
    };
    navigation.addEventListener('navigate', stay);
  });
}
