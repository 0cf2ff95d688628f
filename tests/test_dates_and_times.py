"""When something happened, how long it takes and how old it is, where a team's own property has a label and no cues.

A ferry line, its ships and people, a chapel, a song, a comet: what must be found, and what is about something else.
"""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  te_water: {type: date, label: {nl: te water gelaten, en: launched}}
  in_service: {type: date, label: {nl: in de vaart, en: in service}}
  crossing_time: {type: duration, label: {nl: vaartijd, en: crossing time}}
  charging_time: {type: duration, label: {nl: laadtijd, en: charging time}}
  build_time: {type: duration, label: {nl: bouwtijd, en: construction time}}
  playing_time: {type: duration, label: {nl: speelduur, en: playing time}}
  rehearsal_time: {type: duration, label: {nl: duur van de repetities, en: length of the rehearsals}}
  acquired: {type: date, label: {nl: aangekocht, en: acquired}}
  composed: {type: date, label: {nl: gecomponeerd, en: composed}}
  discovered: {type: date, label: {nl: ontdekt, en: discovered}}
  restored: {type: date, label: {nl: gerestaureerd, en: restored}}
  construction_year: {type: date, label: {nl: bouwjaar, en: year of construction}}
  construction_start: {type: date, label: {nl: start van de bouw, en: start of construction}}
  completed: {type: date, label: {nl: oplevering, en: completion}}
  premiere: {type: date, label: {nl: première, en: premiere}}
  signed: {type: date, label: {nl: ondertekend, en: signed}}
  permit_until: {type: date, label: {nl: vergunning tot, en: permit until}}
  ferry_line: {type: entity, label: {nl: veerdienst, en: ferry line}}
"""
FACTS = """
oostvaart: {type: company, name: Oostvaart, facts: {founded: 1921-05-03, headquarters: wierhaven, ceo: [{value: bart-molenkamp, valid: 2012-01-01/2019-06-30},{value: lies-hagedoorn, valid: 2019-07-01/..}], employees: {value: 412, valid: 2026-01-01/..}}}
wierhaven: {type: place, name: Wierhaven}
norrby: {type: place, name: Norrby}
zilvermeeuw: {type: ship, name: Zilvermeeuw, facts: {te_water: 2024-11-08, in_service: 2025-04-14, crossing_time: 85 minutes, charging_time: 25 minutes, build_time: 26 months, length: 142 metre, owner: oostvaart}}
sterna: {type: ship, name: Sterna, facts: {te_water: 1987-03-12, in_service: 1987-09-01, crossing_time: 110 minutes, length: 98 metre, owner: oostvaart}}
lies-hagedoorn: {type: person, name: Lies Hagedoorn, gender: female, facts: {born: 1974-02-11, joined: {value: 2008-03-01, where: {organisation: oostvaart}}, role: {value: {nl: directeur, en: managing director}, where: {organisation: oostvaart}, valid: 2019-07-01/..}}}
bart-molenkamp: {type: person, name: Bart Molenkamp, gender: male, facts: {born: 1955-08-21, role: {value: {nl: directeur, en: managing director}, where: {organisation: oostvaart}, valid: 2012-01-01/2019-06-30}}}
kapel: {type: place, name: {nl: Wierkapel, en: Wier Chapel}, facts: {construction_year: 1742, restored: 2019-05}}
terminal: {type: project, name: {nl: Terminal Noord, en: North Terminal}, facts: {construction_start: 2025-02-17, completed: 2027-03, permit_until: 2046-12-31, investment: EUR 38 million}}
nachtlied: {type: work, name: Nachtlied, facts: {composed: 1884, premiere: 1886-10-09, playing_time: 38 minutes, acquired: 1956}}
komeet: {type: comet, name: Halmers, facts: {discovered: 2024-02-19}}
nina-post: {type: person, name: Nina Post, gender: female, facts: {born: 1996-07-04, nationality: netherlands}}
lening: {type: agreement, name: {nl: havenlening, en: harbour loan}, facts: {signed: 2026-01-20, start: 2026-02-01, end: 2036-01-31, duration: 10 years, value: EUR 20 million, parties: [oostvaart, wierhaven]}}
kaart: {type: product, name: {nl: Vaarkaart, en: Sail Card}, facts: {price: EUR 89, available_from: 2026-06-01}}
boek: {type: product, name: {nl: Het Getij, en: The Tide}, facts: {published: 2026-03-14, pages: 320, author: nina-post}}
"""
DAY = "2026-05-12"

SLIPS = [
    ("en", "The Zilvermeeuw was launched in ⟦December 2024⟧."),
    ("nl", "De Zilvermeeuw werd in ⟦december 2024⟧ te water gelaten."),
    ("nl", "De Zilvermeeuw ging op ⟦18 november 2024⟧ te water."),
    ("en", "The Zilvermeeuw entered service on ⟦24 April 2025⟧."),
    ("en", "The Zilvermeeuw has been in service since ⟦24 April 2025⟧."),
    ("nl", "De Zilvermeeuw vaart sinds ⟦mei 2025⟧."),
    ("nl", "De Zilvermeeuw kwam in ⟦mei 2025⟧ in de vaart."),
    ("en", "A crossing with the Zilvermeeuw takes ⟦95 minutes⟧."),
    ("nl", "Een overtocht met de Zilvermeeuw duurt ⟦95 minuten⟧."),
    ("en", "The crossing on the Zilvermeeuw takes ⟦95 minutes⟧."),
    ("en", "The Zilvermeeuw crosses in ⟦95 minutes⟧."),
    ("nl", "De vaartijd van de Zilvermeeuw is ⟦95 minuten⟧."),
    ("en", "Charging takes ⟦35 minutes⟧. The Zilvermeeuw is electric."),
    ("en", "The Zilvermeeuw is electric. Charging takes ⟦35 minutes⟧."),
    ("nl", "De Zilvermeeuw is elektrisch. Het laden duurt ⟦35 minuten⟧."),
    ("nl", "De Zilvermeeuw is elektrisch. Opladen kost ⟦35 minuten⟧."),
    ("en", "Construction of the Zilvermeeuw took ⟦36 months⟧."),
    ("nl", "De bouw van de Zilvermeeuw duurde ⟦36 maanden⟧."),
    ("nl", "De bouw van de Zilvermeeuw nam ⟦36 maanden⟧ in beslag."),
    ("en", "The Zilvermeeuw took ⟦36 months⟧ to build."),
    ("en", "The Wier Chapel of ⟦1724⟧ was restored in 2019."),
    ("nl", "De Wierkapel uit ⟦1724⟧ is in 2019 gerestaureerd."),
    ("nl", "De Wierkapel werd in ⟦2018⟧ gerestaureerd."),
    ("en", "The Wier Chapel, built in ⟦1724⟧, is open."),
    ("nl", "De Wierkapel, gebouwd in ⟦1724⟧, is open."),
    ("en", "The Wier Chapel dates from ⟦1724⟧."),
    ("nl", "Oostvaart bouwt Terminal Noord. De bouw begon op ⟦17 maart 2025⟧."),
    ("en", "Oostvaart is building the North Terminal. Construction began on ⟦17 March 2025⟧."),
    ("en", "The North Terminal will be completed in ⟦May 2027⟧."),
    ("nl", "Terminal Noord wordt in ⟦mei 2027⟧ opgeleverd."),
    ("en", "The permit for the North Terminal runs until ⟦the end of 2045⟧."),
    ("nl", "De vergunning voor Terminal Noord loopt tot ⟦eind 2045⟧."),
    ("en", "Nina Post discovered Halmers in ⟦January 2024⟧."),
    ("en", "Halmers is a comet. Nina Post discovered it in ⟦January 2024⟧."),
    ("nl", "Nina Post ontdekte Halmers in ⟦januari 2024⟧."),
    ("nl", "Halmers is een komeet. Nina Post ontdekte hem op ⟦19 februari 2023⟧."),
    ("en", "Halmers, which Post discovered on ⟦19 February 2023⟧, is bright. Nina Post lives here."),
    ("nl", "Nachtlied uit ⟦1882⟧ klinkt weer."),
    ("en", "Nachtlied of ⟦1882⟧ is heard again."),
    ("en", "The museum bought Nachtlied in ⟦1965⟧."),
    ("nl", "Het museum kocht Nachtlied in ⟦1965⟧."),
    ("nl", "Nachtlied is oud. Het museum kocht het in ⟦1965⟧."),
    ("nl", "Nachtlied ging op ⟦9 november 1886⟧ in première."),
    ("en", "Nachtlied had its premiere on ⟦9 November 1886⟧."),
    ("en", "The Tide came out on ⟦24 March⟧."),
    ("en", "The Tide, out on ⟦24 March⟧, has 320 pages."),
    ("nl", "Het Getij verscheen op ⟦24 maart⟧."),
    ("nl", "Het Getij, dat op ⟦24 maart⟧ uitkwam, telt 320 pagina's."),
    ("nl", "De Vaarkaart is vanaf ⟦1 juli⟧ te koop."),
    ("en", "The Sail Card goes on sale on ⟦1 July⟧."),
    ("en", "The harbour loan was signed on ⟦20 February⟧."),
    ("nl", "De havenlening werd op ⟦20 februari⟧ getekend."),
    ("nl", "De havenlening loopt tot en met ⟦2038⟧."),
    ("en", "The harbour loan runs to ⟦2038⟧."),
    ("en", "Lies Hagedoorn joined Oostvaart in ⟦2010⟧."),
    ("en", "Lies Hagedoorn came to Oostvaart in ⟦2010⟧."),
    ("nl", "Lies Hagedoorn kwam in ⟦2010⟧ bij Oostvaart."),
    ("nl", "Lies Hagedoorn werkt sinds ⟦2010⟧ bij Oostvaart."),
    ("en", "Lies Hagedoorn has worked for Oostvaart since ⟦2010⟧."),
    ("en", "Bart Molenkamp was managing director of Oostvaart until ⟦2017⟧."),
    ("en", "Bart Molenkamp was the boss until ⟦2017⟧."),
    ("nl", "Bart Molenkamp was de baas van Oostvaart tot ⟦2017⟧."),
    ("nl", "Lies Hagedoorn leidt Oostvaart. Sinds ⟦2017⟧ is zij de baas van Oostvaart."),
    ("en", "Lies Hagedoorn took over at Oostvaart in ⟦2017⟧."),
    ("nl", "Lies Hagedoorn trad in ⟦2017⟧ aan als directeur van Oostvaart."),
    ("en", "Nina Post, a Dutchwoman of ⟦32⟧, found a comet."),
    ("en", "Nina Post sails. At ⟦32⟧ she is the youngest."),
    ("en", "Nina Post has found a comet. At ⟦32⟧ she already has one to her name."),
    ("nl", "Nina Post, ⟦32⟧ inmiddels, lacht."),
    ("nl", "De ⟦55-jarige⟧ directeur van Oostvaart lacht."),
    ("en", "The ⟦55-year-old⟧ managing director of Oostvaart smiles."),
    ("en", "“Every engineer is happy,” said Lies Hagedoorn, ⟦55⟧, managing director of Oostvaart."),
    ("nl", "“Iedere monteur is blij en dat wil wat zeggen,” zegt Lies Hagedoorn (⟦55⟧)."),
    ("nl", "“Over tien jaar varen we op zonnestroom,” verwacht directeur Lies Hagedoorn (⟦55⟧) van Oostvaart."),
    ("en", "Her predecessor, Bart Molenkamp, ⟦72⟧, still comes by."),
    ("nl", "Haar voorganger Bart Molenkamp (⟦72⟧) komt nog langs."),
    ("nl", "Oostvaart, een rederij uit ⟦1912⟧, groeit."),
    ("en", "Oostvaart, a company from ⟦1912⟧, is growing."),
    ("nl", "Oostvaart vaart sinds ⟦1912⟧."),
    ("en", "Oostvaart started in ⟦1912⟧ with one boat."),
    ("nl", "Het bedrijf dat in ⟦1912⟧ met één boot begon, heeft nu 412 mensen in dienst. Oostvaart groeit."),
    ("nl", "Oostvaart begon in ⟦1912⟧ met één boot."),
    ("en", "Lies Hagedoorn, a Dutchwoman of ⟦55⟧ who likes boats, runs Oostvaart."),
    ("nl", "Nina Post, een Nederlandse van ⟦32⟧ die van sterren houdt, ontdekte een komeet."),
    ("en", "Nina Post, now ⟦32⟧, found a comet."),
    ("nl", "Hagedoorn, ⟦55⟧ inmiddels, kwam in 2008. Lies Hagedoorn lacht."),
    ("en", "His successor, Lies Hagedoorn, ⟦55⟧, smiles. Bart Molenkamp left."),
    ("nl", "In 2019 nam zij het roer over van Bart Molenkamp (⟦72⟧). Lies Hagedoorn lacht."),
    ("nl", "Het Getij, uit op ⟦24 maart⟧, telt 320 pagina's."),
    ("nl", "Nachtlied kwam uit en klonk vaak. De Wierkapel uit ⟦1724⟧ ook."),
    ("nl", "Oostvaart groeit. Zij begonnen in ⟦1912⟧."),
    ("en", "Lies Hagedoorn, who came to Oostvaart in ⟦2010⟧, leads it."),
    ("nl", "Lies Hagedoorn is tevreden. Zij kwam in ⟦2010⟧ bij Oostvaart."),
]
TRUE = [
    ("en", "Oostvaart bought the Zilvermeeuw in 2023."),
    ("nl", "Oostvaart kocht in 2023 een tweede schip, de Zilvermeeuw wacht."),
    ("nl", "De haven van Wierhaven werd in 2016 gebouwd. De Zilvermeeuw ligt er."),
    ("en", "The quay beside the Wier Chapel was built in 1931."),
    ("nl", "De kade bij de Wierkapel is in 1931 gebouwd."),
    ("nl", "De toren van de Wierkapel is in 1803 gebouwd."),
    ("en", "The tower of the Wier Chapel was built in 1803."),
    ("en", "The organ in the Wier Chapel, built in 1803, was restored in 2011."),
    ("nl", "Het orgel in de Wierkapel, gebouwd in 1803, werd in 2011 gerestaureerd."),
    ("en", "The Zilvermeeuw was signed for in 2022."),
    ("nl", "Het contract voor de Zilvermeeuw werd in 2022 getekend."),
    ("en", "The contract for the Zilvermeeuw was signed in 2022."),
    ("nl", "De Zilvermeeuw werd in 2022 besteld."),
    ("en", "The Zilvermeeuw was closed for repairs in March 2026."),
    ("nl", "De Zilvermeeuw vaart sinds maandag weer."),
    ("en", "The Zilvermeeuw has sailed to Norrby since 2026."),
    ("en", "Oostvaart launched a new website in 2021."),
    ("en", "Oostvaart launched its app in 2021, says Lies Hagedoorn of the Zilvermeeuw."),
    ("en", "The engine of the Zilvermeeuw was launched in 2020."),
    ("en", "Loading the Zilvermeeuw takes 40 minutes."),
    ("nl", "Het laden van de vrachtwagens duurt 40 minuten. De Zilvermeeuw wacht."),
    ("en", "The bus to the Zilvermeeuw takes 20 minutes."),
    ("nl", "De bus naar de Zilvermeeuw doet er 20 minuten over."),
    ("en", "The repair of the Zilvermeeuw took 3 months."),
    ("nl", "De reparatie van de Zilvermeeuw duurde 3 maanden."),
    ("en", "Construction of the quay took 14 months. The Zilvermeeuw is there."),
    ("nl", "De bouw van de kade voor de Zilvermeeuw duurde 14 maanden."),
    ("en", "The crossing to Norrby takes 3 hours with another ship. The Zilvermeeuw is new."),
    ("nl", "De nachtovertocht duurt 8 uur. De Zilvermeeuw vaart overdag."),
    ("en", "In winter a crossing with the Zilvermeeuw takes 100 minutes."),
    ("nl", "De verbouwing van de Zilvermeeuw nam 5 weken in beslag."),
    ("en", "Construction of the car park began in 2024. The North Terminal follows later."),
    ("nl", "De bouw van het parkeerdek begon in 2024. Terminal Noord volgt later."),
    ("en", "Talks about the North Terminal began in 2019."),
    ("nl", "Het overleg over Terminal Noord begon in 2019."),
    ("nl", "Terminal Noord is in mei 2026 half klaar."),
    ("en", "The first phase of the North Terminal was completed in April 2026."),
    ("nl", "De eerste fase van Terminal Noord werd in april 2026 opgeleverd."),
    ("en", "The plan for the North Terminal was completed in 2021."),
    ("en", "The temporary permit for the North Terminal ran until March 2026."),
    ("nl", "De subsidie voor Terminal Noord loopt tot 2030."),
    ("en", "Nina Post discovered sailing in 2010."),
    ("nl", "Nina Post ontdekte in 2010 het zeilen."),
    ("en", "Nina Post discovered a second comet in 2025, after Halmers."),
    ("nl", "Na Halmers ontdekte Nina Post in 2025 nog een komeet."),
    ("en", "Her colleague discovered his own comet in 2021. Nina Post found Halmers."),
    ("nl", "Het museum kocht in 1965 een ander werk dan Nachtlied."),
    ("en", "The museum bought the manuscript of another song in 1965. Nachtlied hangs there too."),
    ("en", "Nachtlied was performed again in 1965."),
    ("nl", "Nachtlied klonk in 1965 opnieuw."),
    ("en", "A recording of Nachtlied from 1965 is for sale."),
    ("nl", "Een opname van Nachtlied uit 1965 is te koop."),
    ("nl", "De uitvoering van Nachtlied uit 1965 is beroemd."),
    ("en", "A poster for Nachtlied of 1965 hangs there."),
    ("en", "The second edition of The Tide came out on 2 May."),
    ("nl", "De tweede druk van Het Getij verscheen op 2 mei."),
    ("nl", "De vertaling van Het Getij verschijnt op 2 mei."),
    ("en", "The count was carried out on 24 March. The Tide sells well."),
    ("en", "Nina Post, author of The Tide, was out on 24 March."),
    ("nl", "De Vaarkaart is vanaf 1 juli duurder."),
    ("en", "The talks on the harbour loan started in 2024."),
    ("nl", "De havenlening kwam in 2024 ter sprake."),
    ("nl", "Lies Hagedoorn kwam in 2010 bij toeval in Norrby."),
    ("nl", "Lies Hagedoorn kwam in 2010 bij de bank weg."),
    ("en", "Lies Hagedoorn came to Norrby in 2010."),
    ("nl", "Lies Hagedoorn werkt sinds 2010 samen met Norrby."),
    ("en", "Lies Hagedoorn has worked with Oostvaart suppliers since 2010."),
    ("nl", "Lies Hagedoorn werkt sinds 2019 als directeur bij Oostvaart."),
    ("en", "Lies Hagedoorn has worked for Oostvaart as managing director since 2019."),
    ("en", "Before she came to Oostvaart in 2008, Lies Hagedoorn led a bank from 2001."),
    ("nl", "Lies Hagedoorn nam in 2017 de leiding van de bond over."),
    ("nl", "Lies Hagedoorn nam in 2021 een bedrijf over."),
    ("en", "Lies Hagedoorn took over the pension fund in 2017."),
    ("nl", "Oostvaart begon in 2020 met elektrisch varen."),
    ("nl", "Oostvaart begon in 2020 in Norrby."),
    ("en", "Oostvaart started in 2020 with solar power."),
    ("en", "Oostvaart started selling tickets online in 2004."),
    ("en", "Oostvaart has been sailing to Norrby since 1990."),
    ("nl", "Een schip van Oostvaart uit 1987 vaart nog."),
    ("en", "Nina Post, whose father of 62 is a fisherman, found a comet."),
    ("en", "At 19 she went to sea. Nina Post smiles."),
    ("en", "Nina Post grew up in Norrby. At 19 she left."),
    ("nl", "Nina Post, 19 toen ze begon, lacht."),
    ("nl", "De 62-jarige oud-directeur van Oostvaart lacht."),
    ("en", "The 62-year-old former managing director of Oostvaart smiles."),
    ("nl", "De 34-jarige dochter van de directeur van Oostvaart lacht."),
    ("nl", "De 55-jarige directeur van de haven spreekt. Oostvaart luistert."),
    ("en", "The 55-year-old director of the port speaks. Oostvaart listens."),
    ("en", "Her predecessor, 72, still comes by. Lies Hagedoorn laughs."),
    ("nl", "Haar voorganger (72) komt nog langs, zegt Lies Hagedoorn."),
    ("en", "Every winner, 55 or older, may join Lies Hagedoorn."),
    ("nl", "Over tien jaar is Lies Hagedoorn 62."),
    ("nl", "De woningen uit 1964 naast de Wierkapel worden gesloopt."),
    ("nl", "De Wierkapel, een gebouw uit de achttiende eeuw, staat in Wierhaven."),
    ("en", "The Sterna of 1987 was sold in 2024."),
    ("en", "The Sterna was built in 1986."),
    ("nl", "De Sterna is gebouwd in 1986."),
    ("en", "The Zilvermeeuw crosses in 70 minutes with a tailwind."),
    ("en", "Passengers boarded the Zilvermeeuw in 15 minutes."),
    ("en", "Tickets for the Zilvermeeuw sold out in 20 minutes."),
    ("nl", "De kaartjes voor de Zilvermeeuw waren in 20 minuten uitverkocht."),
    ("en", "The crossing takes 15 minutes longer on the Zilvermeeuw."),
    ("nl", "Zonder vracht duurt de overtocht 10 minuten korter."),
    ("en", "Charging the Zilvermeeuw fully takes 9 hours at home."),
    ("en", "The ship of 2025, the Zilvermeeuw, is electric."),
    ("en", "Nina Post, a Dutchwoman of 29, found a comet."),
    ("en", "Nina Post, whose friend is a Spaniard of 43, found a comet."),
    ("en", "Lies Hagedoorn spoke with a Spaniard of 43 who sails."),
    ("nl", "Lies Hagedoorn sprak met een Spanjaard van 43 die zeilt."),
    ("en", "Lies Hagedoorn and Karel Dijkgraaf, a Frisian of 61, opened it."),
    ("en", "At 23 she already had a boat. Nina Post smiles."),
    ("en", "Nina Post sails. At 23 she already had a boat."),
    ("en", "Nina Post sails. At 23 she already sailed round the world."),
    ("nl", "De dochter van Lies Hagedoorn (23) vaart ook."),
    ("en", "The daughter of Lies Hagedoorn, 23, sails too."),
    ("en", "“Every boat is 20 years old,” said Lies Hagedoorn."),
    ("en", "Her rival, Karel Dijkgraaf, 61, laughs. Lies Hagedoorn smiles."),
    ("nl", "Haar voorganger Karel Dijkgraaf (61) lacht. Lies Hagedoorn ook."),
    ("nl", "De 61-jarige directeur van Zeewerf lacht. Oostvaart niet."),
    ("nl", "De 61-jarige financieel directeur van Oostvaart lacht."),
    ("en", "The 61-year-old sales director of Oostvaart smiles."),
    ("nl", "De 61-jarige adjunct-directeur van Oostvaart lacht."),
    ("nl", "Lies Hagedoorn is er. De 61-jarige directeur van de bank ook."),
    ("en", "An Airbus of 43 tonnes passed Lies Hagedoorn."),
    ("nl", "Ze reed in een Volvo van 23, zegt Lies Hagedoorn."),
    ("nl", "Nachtlied in een bewerking uit 1965 klinkt weer."),
    ("en", "The Oostvaart of 1990 had two ships."),
    ("nl", "Het Oostvaart uit 1990 had twee schepen."),
    ("en", "The Tide of 2026 is a novel."),
    ("nl", "De uitgave van Het Getij kwam in 2024 ter sprake."),
    ("nl", "Het kwam in 2019 uit op een verlies, zegt Lies Hagedoorn van Oostvaart."),
    ("nl", "Oostvaart kwam in 2019 uit op een verlies."),
    ("en", "The queue for Nachtlied of 2023 was long."),
    ("en", "It turned out on 24 March that The Tide sold well."),
    ("en", "Nina Post, out on 24 March with her telescope, wrote The Tide."),
    ("en", "The paperback of The Tide came out on 2 May."),
    ("en", "The harbour loan runs to 40 pages."),
    ("nl", "Halmers uit 2019 was een andere komeet."),
    ("nl", "Oostvaart begon in 2020 met een veerdienst naar Norrby."),
    ("nl", "Oostvaart is in 2020 begonnen met één nieuwe lijn."),
    ("en", "Oostvaart started in 2020 with a new ferry."),
    ("en", "Work at Oostvaart started in 2020."),
    ("nl", "De verbouwing bij Oostvaart begon in 2020."),
    ("en", "Oostvaart’s renewal started in 2020."),
    ("en", "The strike at Oostvaart began in 2020."),
    ("en", "The season began in 2020. Oostvaart sails on."),
    ("nl", "Bart Molenkamp kwam in 2010 bij Oostvaart."),
    ("nl", "Lies Hagedoorn kwam in 2010 bij Zeewerf."),
    ("en", "Lies Hagedoorn came to Zeewerf in 2003."),
    ("nl", "Lies Hagedoorn werkt sinds 2019 bij Oostvaart aan een plan."),
    ("nl", "Lies Hagedoorn kwam in 2010 bij Oostvaart in de directie."),
    ("nl", "Lies Hagedoorn kwam in 2015 weer bij Oostvaart."),
    ("en", "Lies Hagedoorn came back to Oostvaart in 2015."),
    ("en", "Karel Dijkgraaf came to Oostvaart in 2010. Lies Hagedoorn hired him."),
    ("nl", "Karel Dijkgraaf werkt sinds 2015 bij Oostvaart, zegt Lies Hagedoorn."),
    ("en", "Karel Dijkgraaf has worked for Oostvaart since 2015."),
    ("en", "Bouwbedrijf Vos has worked for Oostvaart since 2015. Lies Hagedoorn is pleased."),
    ("en", "A new captain came to Oostvaart in 2015, says Lies Hagedoorn."),
    ("nl", "Klachten kwamen in 2015 bij Oostvaart binnen."),
    ("en", "The money came to Oostvaart in 2015. Lies Hagedoorn was pleased."),
    ("en", "Oostvaart started in 2020 with one ferry to Norrby."),
    ("nl", "Oostvaart begon in 2020 met één veerboot naar Norrby."),
    ("nl", "Oostvaart begon in 2020 met één nieuwe veerboot."),
    ("en", "The Sterna of 1965 was another ship."),
    ("en", "The Sail Card of 2025 cost EUR 79."),
    ("nl", "De Vaarkaart van 2025 kostte 79 euro."),
    ("en", "The performance of Nachtlied of 1965 is famous."),
    ("nl", "De Zilvermeeuw van 2019 bleek te klein."),
    ("en", "The North Terminal of 2019 was only a plan."),
    ("en", "The harbour loan of 2019 has been paid off."),
    ("nl", "De havenlening van 2019 is afgelost."),
    ("en", "The Tide of 2019 was her first novel."),
]


def _alarms(text, language):
    return alarms(checker_of(VOCABULARY, FACTS).check(document(text, language, DAY)))


@pytest.mark.parametrize(("language", "text"), SLIPS)
def test_a_wrong_date_age_or_length_of_time_is_found(language, text):
    plain, start, end = marked(text)
    assert [(f.start < end and start < f.end) for f in _alarms(plain, language)] == [True]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_a_time_of_something_else_raises_no_alarm(language, text):
    assert [f.explanation for f in _alarms(text, language)] == []
