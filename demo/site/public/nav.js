// Where a list of pages is wider than the screen, the page one is on is brought into sight. At once: nothing moves.

for (const here of document.querySelectorAll('nav [aria-current]')) {
  const nav = here.closest('nav');
  const { left, width } = here.getBoundingClientRect();
  const room = nav.getBoundingClientRect();
  nav.scrollLeft += left + width / 2 - (room.left + room.width / 2);
}
