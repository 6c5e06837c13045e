-- What making a device emitted, as sources say it by family and date; how well its model can be repaired, as its maker declares it.

create table carbon_factor (
  id uuid primary key default uuidv7(),
  family text not null check (family in ('laptop', 'desktop', 'tablet', 'smartphone', 'interactive-display', 'projector',
    'monitor', 'printer', 'network-box', 'robot', 'case', 'accessory')),
  -- Grams of CO2 equivalent, of one device, over its whole life.
  fabrication_grams int not null check (fabrication_grams between 0 and 100000000),
  distribution_grams int not null check (distribution_grams between 0 and 100000000),
  end_grams int not null check (end_grams between 0 and 100000000),
  -- The life that the source spreads it over, in months.
  life_months int not null check (life_months between 1 and 360),
  source text not null check (source <> ''),
  source_version text not null check (source_version <> ''),
  -- Reports of before keep what they were written with.
  from_day date not null,
  -- No source has this family: worked out from a near one.
  estimate boolean not null default false,
  constraint carbon_factor_once_a_day unique (family, from_day)
);

-- The starting set; what the trials' file has no row for has none here either.
insert into carbon_factor (family, fabrication_grams, distribution_grams, end_grams, life_months, source, source_version, from_day, estimate)
  select family, fabrication, distribution, end_of_life, months, 'ADEME, Impact CO₂', '2026-07', '2026-07-01', estimate
    from (values
      ('laptop',              170000, 12300, 2790,  60, false),
      ('desktop',             203000, 1850,  6610,  72, false),
      ('monitor',             64600,  1290,  3950,  72, false),
      ('tablet',              80500,  3430,  364,   36, false),
      ('projector',           39200,  1321,  3260,  96, false),
      ('smartphone',          77000,  2270,  246,   30, false),
      ('network-box',         60800,  610,   1630,  60, false),
      -- A television of 48 inches by 2.44 times its area: a display of 75.
      ('interactive-display', 793000, 7954,  29036, 96, true)
    ) f (family, fabrication, distribution, end_of_life, months, estimate);

-- Nobody has written the starting set: what people change of it from here on is remembered.
create trigger carbon_factor_history after insert or update or delete on carbon_factor
  for each row execute function record_history();

-- Out of ten: the index of repairability, or of durability where that has taken its place (law REEN).
alter table equipment_model add column repairability_index numeric(3, 1) check (repairability_index between 0 and 10);
