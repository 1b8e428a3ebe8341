// What the app calls things. tests/Ingest.Azure.Tests holds each of them to the code.

@export()
@description('The container that reviews are dropped into.')
var dropContainer = 'reviews'

@export()
@description('The containers that the app keeps its data in.')
var containers = [dropContainer, 'articles']

@export()
@description('The tables that the app keeps its data in.')
var tables = ['reviews', 'evidence', 'films', 'titles', 'state']

@export()
@description('The container that the app itself is deployed to.')
var packageContainer = 'app-package'

@export()
@description('The container of the events that could not be delivered.')
var deadLetterContainer = 'dead-letters'

@export()
@description('The function that Event Grid tells of a file that came or changed.')
var droppedFunction = 'IngestReview'

@export()
@description('The function that does the same by polling, which Flex Consumption cannot do.')
var polledFunction = 'IngestReviewPolled'

@export()
@description('The function that Event Grid tells of a file that was deleted.')
var deletedFunction = 'RetractReview'
