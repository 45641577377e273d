/** The sentences of the pattern rules (`lib/glucose/patterns`) and the page that shows them. */
export const patterns = {
  title: "Patterns",
  lead: "What repeats on several days, by rules that anybody can check. No rule knows a cause.",
  tally: {
    looked: "{count, plural, one {# rule} other {# rules}} looked at",
    found: "{count} found",
    tested:
      "{tested, plural, =0 {No rule has enough data to be tested against chance yet.} one {One rule was tested against chance.} other {# rules were tested against chance.}}",
    unlikely:
      "{unlikely, plural, =0 {None of them shows} one {One of them shows} other {# of them show}} something that chance would give less than 1 time in 20. Chance alone would give at most {byChance} on average.",
  },
  found: {
    title: "Found",
    none: "None of the rules found anything in these days.",
  },
  notFound: {
    title: "Looked for and not found",
    about:
      "There were enough readings to judge these rules. They did not see often enough what they look for.",
  },
  tooLittle: {
    title: "Too little data yet",
    about: "These rules need more days than the period has. A longer period may be enough.",
    missing: "Needs {missing}",
  },
  card: {
    rule: "How the rule works",
    ruleOf: "The rule of “{title}”",
    unlikely: "Unlikely by chance",
    mayBeChance: "May be chance",
    describes: "A description, not tested against chance",
    days: "Days concerned",
    dayLink: "{date}: open the day",
    all: "All {count} days (above: the newest {shown})",
    overlay: "Show the days of this period on top of each other",
    marked: "Marked: {from} to {to}",
    profile: "Median and middle half of the period by time of day. Marked: {from} to {to}.",
  },
  chance: {
    rarely: "Chance alone would show as much in less than 1 of 1,000 such periods.",
    perThousand: "Chance alone would show as much in about {count} of 1,000 such periods.",
    perHundred: "Chance alone would show as much in about {count} of 100 such periods.",
    almostAlways: "Chance alone would show as much in nearly every such period.",
  },
  rules: {
    nightLows: {
      title: "Glucose below {bound} at night",
      rule: "Episodes below {bound} fill at least {minutes, plural, one {# minute} other {# minutes}} between {from} and {to}, on at least {dates, plural, one {# night} other {# nights}} and {percent} of the nights with {covered} of their readings.",
    },
    dayLows: {
      title: "Glucose below {bound} at one time of day",
      rule: "Episodes below {bound} fill at least {minutes, plural, one {# minute} other {# minutes}} of the same {hours, plural, =3 {three hours} one {# hour} other {# hours}} (blocks from midnight on, outside the night), on at least {dates, plural, one {# date} other {# dates}} and {percent} of the dates with {covered} of the block’s readings. The block with the most such dates is named.",
    },
    nightHighs: {
      title: "Glucose above {bound} at night",
      rule: "Episodes above {bound} fill at least {minutes, plural, one {# minute} other {# minutes}} between {from} and {to}, on at least {dates, plural, one {# night} other {# nights}} and {percent} of the nights with {covered} of their readings.",
    },
    postBreakfastHighs: {
      title: "Glucose above {bound} in the hours after breakfast",
      rule: "Episodes above {bound} fill at least {minutes, plural, one {# minute} other {# minutes}} between {from} and {to} (the hours after breakfast for most people; meals themselves are not known), on at least {dates, plural, one {# morning} other {# mornings}} and {percent} of the mornings with {covered} of their readings.",
    },
    dayHighs: {
      title: "Glucose above {bound} at one time of day",
      rule: "Episodes above {bound} fill at least {minutes, plural, one {# minute} other {# minutes}} of the same {hours, plural, =3 {three hours} one {# hour} other {# hours}} (blocks from midnight on, outside the night), on at least {dates, plural, one {# date} other {# dates}} and {percent} of the dates with {covered} of the block’s readings. The block with the most such dates is named.",
    },
    reboundHighs: {
      title: "Glucose above {high} soon after it was below {low}",
      rule: "An episode above {high} begins within {hours, plural, one {# hour} other {# hours}} after an episode below {low} ended, after at least {lows} of them and {percent} of those with {covered} of the readings of the next {hours, plural, one {# hour} other {# hours}}.",
    },
    dawnRise: {
      title: "Glucose higher in the early morning",
      rule: "The mean between {from} and {to} is higher than between {beforeFrom} and {beforeTo} of the same date, in the median by at least {rise}, and more often than chance allows (probability below {probability}). Dates count where both hours have {covered} of their readings. Meals are not known.",
    },
    weekendDifference: {
      title: "Weekends unlike the other days",
      rule: "The median of the daily means differs between Saturdays and Sundays and the other days by at least {difference}, and by more than chance allows (probability below {probability}). Dates count that have {covered} of their readings.",
    },
    weekdayDifference: {
      title: "One weekday unlike the others",
      rule: "The median of the daily means of one weekday differs from that of all other dates by at least {difference}, and by more than chance allows (probability below {probability}). Dates count that have {covered} of their readings, weekdays that have {dates} such dates. The one that stands out most is named.",
    },
    bestDay: {
      title: "Most time in range",
      rule: "The date with the highest share of readings from {low} to {high}, of the dates that have {covered} of their readings.",
    },
    mostVariableHour: {
      title: "The hour that differs most from date to date",
      rule: "The hour with the widest middle half ({low, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} to {high, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} percentile) of its daily means, over dates with {covered} of the hour’s readings.",
    },
  },
  findings: {
    nights: "On {happened} of {looked, plural, one {# night} other {# nights}}.",
    mornings: "On {happened} of {looked, plural, one {# morning} other {# mornings}}.",
    block: "On {happened} of {looked, plural, one {# date} other {# dates}} between {from} and {to}.",
    afterLows: "After {followed} of {looked, plural, one {# low} other {# lows}}.",
    noLows: "There was no low to look at.",
    rises:
      "Higher on {rises} of {looked, plural, one {# date} other {# dates}}, by at least {rise} on {large}; median change {change}.",
    weekends:
      "Saturdays and Sundays {amount} {direction, select, lower {lower} other {higher}} than the other days ({dates} and {others, plural, one {# date} other {# dates}}).",
    weekday:
      "{weekday, select, 1 {Mondays} 2 {Tuesdays} 3 {Wednesdays} 4 {Thursdays} 5 {Fridays} 6 {Saturdays} other {Sundays}} {amount} {direction, select, lower {lower} other {higher}} than the other days ({dates} and {others, plural, one {# date} other {# dates}}).",
    bestDay: "{percent} of readings in range on {dates, plural, =1 {one date} other {# dates}}.",
    widestHour: "Between {from} and {to} the middle half of the dates lies from {low} to {high}.",
  },
  methods: {
    night:
      "How likely at least as many dates are if a stretch as long as the night, at a random time of each date, is looked at instead.",
    hours:
      "How likely at least as many dates are if a stretch as long as these hours, at a random time of each date, is looked at instead.",
    block:
      "How likely at least as many dates are if three hours at a random time of each date are looked at instead, times the {looks, plural, one {# block} other {# blocks}} looked at.",
    afterLows:
      "How likely at least as many are if the same two hours of the clock on a random date are looked at instead of those after each low.",
    rises: "Sign test: how likely at least as many rises are if a rise and a fall are equally likely.",
    weekends:
      "Rank-sum test, both directions: how likely ranks at least as far apart are if the same daily means had fallen on the dates at random.",
    weekday:
      "Rank-sum test, both directions: how likely ranks at least as far apart are if the same daily means had fallen on the dates at random, times the {looks, plural, one {# weekday} other {# weekdays}} looked at.",
    bestDay: "Not tested: it is the highest of the dates looked at.",
    widestHour: "Not tested: one hour always has the widest middle half.",
  },
  missing: {
    nights:
      "{days} nights with {covered} of their readings; there {looked, plural, =0 {are none} one {is #} other {are #}}.",
    mornings:
      "{days} mornings with {covered} of their readings; there {looked, plural, =0 {are none} one {is #} other {are #}}.",
    dates:
      "{days} dates with {covered} of their readings; there {looked, plural, =0 {are none} one {is #} other {are #}}.",
    block:
      "{days} dates with {covered} of the readings of one block of three hours; there {looked, plural, =0 {are none} one {is #} other {are #}}.",
    bothHours:
      "{days} dates with {covered} of the readings of both hours; there {looked, plural, =0 {are none} one {is #} other {are #}}.",
    weekends:
      "{days} dates with {covered} of their readings, {weekendDays} of them on weekends; there are {looked, plural, other {#}} and {lookedWeekends}.",
    eachHour:
      "{days} dates with {covered} of the readings of each hour; the hour with the fewest has {looked, plural, =0 {none} other {#}}.",
  },
} as const;
