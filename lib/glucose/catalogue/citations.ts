/** A publication that a definition comes from. */
export interface Citation {
  /** Author and year, with the short title where an author has several. */
  readonly text: string;
  readonly doi: string;
}

/** Every publication that the catalogue cites, once. */
export const CITATIONS = {
  baysal2014: { text: "Baysal 2014", doi: "10.1177/1932296814553267" },
  battelino2019: {
    text: "Battelino 2019, Clinical Targets for CGM Data Interpretation",
    doi: "10.2337/dci19-0028",
  },
  battelino2023: { text: "Battelino 2023", doi: "10.1016/S2213-8587(22)00319-9" },
  bergenstal2013: { text: "Bergenstal 2013", doi: "10.1089/dia.2013.0051" },
  bergenstal2018: { text: "Bergenstal 2018", doi: "10.2337/dc18-1581" },
  broll2021: { text: "Broll 2021 (iglu)", doi: "10.1371/journal.pone.0248560" },
  clarke2009: { text: "Clarke and Kovatchev 2009", doi: "10.1089/dia.2008.0138" },
  danne2017: { text: "Danne 2017", doi: "10.2337/dc17-1600" },
  fabris2016: { text: "Fabris 2016", doi: "10.1177/1932296815599177" },
  fernandes2022: { text: "Fernandes 2022", doi: "10.1177/19322968211061165" },
  hermanides2010: { text: "Hermanides 2010", doi: "10.1097/CCM.0b013e3181cc4be9" },
  hill2007: { text: "Hill 2007", doi: "10.1111/j.1464-5491.2007.02119.x" },
  johnson2019: { text: "Johnson 2019", doi: "10.1089/dia.2019.0034" },
  klonoff2023: { text: "Klonoff 2023, A Glycemia Risk Index", doi: "10.1177/19322968221085273" },
  kovatchev1997: { text: "Kovatchev 1997", doi: "10.2337/diacare.20.11.1655" },
  kovatchev2006: { text: "Kovatchev 2006", doi: "10.2337/dc06-1085" },
  leelarathna2020: { text: "Leelarathna 2020", doi: "10.1177/1932296819838525" },
  mcdonnell2005: { text: "McDonnell 2005", doi: "10.1089/dia.2005.7.253" },
  molnar1972: { text: "Molnar 1972", doi: "10.1007/BF01218495" },
  monnier2017: { text: "Monnier 2017", doi: "10.2337/dc16-1769" },
  peyser2018: { text: "Peyser 2018", doi: "10.1089/dia.2017.0187" },
  riddlesworth2018: { text: "Riddlesworth 2018", doi: "10.1089/dia.2017.0455" },
  rodbard2009Interpretation: {
    text: "Rodbard 2009, Interpretation of Continuous Glucose Monitoring Data",
    doi: "10.1089/dia.2008.0132",
  },
  rodbard2009Methods: { text: "Rodbard 2009, New and Improved Methods", doi: "10.1089/dia.2009.0015" },
  ryan2004: { text: "Ryan 2004", doi: "10.2337/diabetes.53.4.955" },
  schlichtkrull1965: { text: "Schlichtkrull 1965", doi: "10.1111/j.0954-6820.1965.tb01810.x" },
  service1970: { text: "Service 1970", doi: "10.2337/diab.19.9.644" },
  service1980: { text: "Service 1980", doi: "10.2337/diacare.3.1.58" },
  shah2018: { text: "Shah 2018", doi: "10.1089/dia.2018.0143" },
  umpierrez2018: { text: "Umpierrez 2018", doi: "10.1016/j.amjms.2018.09.010" },
  wojcicki1995: { text: "Wojcicki 1995", doi: "10.1055/s-2007-979906" },
} as const satisfies Readonly<Record<string, Citation>>;
