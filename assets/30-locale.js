/* Swedish for plotly.js, which takes waiting locales from this list when it loads. English is built in. */
(function () {
  "use strict";
  var swedish = {
    moduleType: "locale",
    name: "sv",
    dictionary: {
      "Autoscale": "Anpassa axlarna",
      "Box Select": "Markera en ruta",
      "Compare data on hover": "Jämför värden under pekaren",
      "Double-click on legend to isolate one trace": "Dubbelklicka i förklaringen för att visa en serie",
      "Double-click to zoom back out": "Dubbelklicka för att zooma ut igen",
      "Download plot": "Ladda ner bilden",
      "Download plot as a PNG": "Ladda ner bilden som PNG",
      "Download plot as a png": "Ladda ner bilden som PNG",
      "Lasso Select": "Markera fritt",
      "Pan": "Flytta",
      "Produced with Plotly.js": "Ritat med Plotly.js",
      "Reset": "Återställ",
      "Reset axes": "Återställ axlarna",
      "Reset view": "Återställ vyn",
      "Reset views": "Återställ vyerna",
      "Show closest data on hover": "Visa närmaste värde under pekaren",
      "Snapshot succeeded": "Bilden är sparad",
      "Sorry, there was a problem downloading your snapshot!": "Bilden kunde inte sparas.",
      "Taking snapshot - this may take a few seconds": "Sparar bilden, det kan ta några sekunder",
      "Toggle Spike Lines": "Visa eller dölj hjälplinjer",
      "Toggle show closest data on hover": "Visa närmaste värde under pekaren",
      "Zoom": "Zooma",
      "Zoom in": "Zooma in",
      "Zoom out": "Zooma ut",
      "lat:": "latitud:",
      "lon:": "longitud:",
      "lower fence:": "undre gräns:",
      "max:": "högst:",
      "mean:": "medel:",
      "median:": "median:",
      "min:": "lägst:",
      "q1:": "undre kvartil:",
      "q3:": "övre kvartil:",
      "trace": "serie",
      "upper fence:": "övre gräns:"
    },
    format: {
      days: ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
      shortDays: ["sön", "mån", "tis", "ons", "tors", "fre", "lör"],
      months: ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
        "november", "december"],
      shortMonths: ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
      date: "%Y-%m-%d",
      decimal: ",",
      thousands: "\u202f",
      year: "%Y",
      month: "%b %Y",
      dayMonth: "%-d %b",
      dayMonthYear: "%-d %b %Y"
    }
  };
  if (window.Plotly) {
    window.Plotly.register(swedish);
  } else {
    window.PlotlyLocales = window.PlotlyLocales || [];
    window.PlotlyLocales.push(swedish);
  }
})();
