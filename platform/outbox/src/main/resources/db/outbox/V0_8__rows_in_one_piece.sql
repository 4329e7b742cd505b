-- Events are read once, soon after they were written, and most fit a page: to compress those of more than two kilobytes, or to keep them apart, takes longer
-- than to write them as they are.
alter table outbox_message alter column data set storage external;
alter table outbox_message set (toast_tuple_target = 8160);
