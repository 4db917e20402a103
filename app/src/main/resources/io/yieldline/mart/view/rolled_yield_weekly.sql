-- Rolled yields per ISO week and model: focused is the product over the stations of the model's formula, n/a unless all of
-- them have judged records; complete is the product over all stations with judged records except the excluded ones.
-- weeks: week
select week, model, kind, stations, needed, yield
from rolled_yield
where grain = 'week'
