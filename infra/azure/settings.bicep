// The settings of the app's section "Ingest", with the code's own defaults. tests/Ingest.Azure.Tests holds them to the code.

@export()
@description('What the app does unless told otherwise; see README.md, "Run it".')
var ingestDefaults = {
  MaxFileBytes: '33554432'
  MaxTextLength: '1000000'
  MaxElements: '40000'
  MaxStatements: '5000'
  ReadingBytesAtOnce: '33554432'
  ReadingTimeout: '00:01:00'
  MaxGroupsPerReview: '500'
  GroupsAtOnce: '4'
  ReviewsAtOnce: '4'
  StuckAfter: '00:10:00'
  MaxAttempts: '20'
  ReconcileFor: '00:03:00'
  KeepDeletedFor: '30.00:00:00'
  StorageTimeout: '00:00:15'
  StorageRetries: '4'
  FilmCacheFor: '00:00:01'
}

@export()
@description('What differs on instances of 512 MB: reading a file holds up to twelve times its size.')
var ofSmallInstances = {
  MaxFileBytes: '8388608'
  ReadingBytesAtOnce: '8388608'
}
