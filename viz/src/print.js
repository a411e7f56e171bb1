// On paper: light, what is folded is open, and the picture is a drawing, since its canvas holds nothing there.
export function printing({ panel, canvas, drawing, light }) {
  let opened = [], sheet = null;
  addEventListener("beforeprint", () => {
    light(true);
    opened = [...panel.querySelectorAll("details:not([open], .flow + details)")];
    for (const one of opened) one.open = true;
    sheet = drawing();
    if (!sheet) return;
    sheet.classList.add("sheet");
    canvas.append(sheet);
    crop(sheet);
  });
  addEventListener("afterprint", () => {
    light(false);
    for (const one of opened) one.open = false;
    sheet?.remove();
  });
}

// What is drawn fills the sheet, without the ground that a drawer lies on.
function crop(sheet) {
  sheet.querySelector("rect")?.remove();
  for (const name of ["width", "height"]) sheet.removeAttribute(name);
  const { x, y, width, height } = sheet.getBBox();
  if (width && height) sheet.setAttribute("viewBox", [x - 8, y - 8, width + 16, height + 16].map(Math.round).join(" "));
}
